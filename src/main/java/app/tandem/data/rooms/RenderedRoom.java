package app.tandem.data.rooms;

/**
 * One image of a room with its exact labels, row by row from the top left.
 *
 * <p>Depth and normal are missing where the view goes out of a window.
 */
public final class RenderedRoom {
    /** Depth is stored in units of 1/512 m. */
    public static final double DEPTH_UNITS_PER_METRE = 512;

    /** The stored depth where there is none. */
    public static final int MISSING_DEPTH = 65535;

    private final int size;
    private final byte[] rgb;
    private final byte[] semantic;
    private final short[] depth;
    private final byte[] normal;

    RenderedRoom(int size) {
        this.size = size;
        this.rgb = new byte[size * size * 3];
        this.semantic = new byte[size * size];
        this.depth = new short[size * size];
        this.normal = new byte[size * size * 3];
    }

    /** Width and height in pixels. */
    public int size() {
        return size;
    }

    /** The image, (size, size, 3), 8 bits each. */
    public byte[] rgb() {
        return rgb.clone();
    }

    /** The labels of {@link RoomClass}, (size, size). */
    public byte[] semantic() {
        return semantic.clone();
    }

    /**
     * Depth along the viewing axis in 1/512 m as unsigned 16-bit numbers, (size, size); {@value #MISSING_DEPTH} is
     * missing.
     */
    public short[] depth() {
        return depth.clone();
    }

    /**
     * Surface normals in the camera's frame, (size, size, 3): x to the right, y up, z towards the viewer, each stored as
     * {@code round(127 + 127 n)}; three times 127 is missing.
     */
    public byte[] normal() {
        return normal.clone();
    }

    void label(int pixel, Hit hit, Camera.Axes axes) {
        semantic[pixel] = (byte) hit.what.label();
        if (hit.outdoors) {
            depth[pixel] = (short) MISSING_DEPTH;
            normal(pixel, 0, 0, 0);
            return;
        }
        depth[pixel] = (short) Math.min(MISSING_DEPTH - 1, Math.round(hit.t * DEPTH_UNITS_PER_METRE));
        normal(
                pixel,
                axes.alongRight(hit.nx, hit.ny, hit.nz),
                axes.alongUp(hit.nx, hit.ny, hit.nz),
                -axes.alongForward(hit.nx, hit.ny, hit.nz));
    }

    int classAt(int pixel) {
        return semantic[pixel];
    }

    void markUncertain(int pixel) {
        semantic[pixel] = (byte) RoomClass.UNCERTAIN.label();
    }

    void colour(int pixel, double red, double green, double blue) {
        rgb[3 * pixel] = display(red);
        rgb[3 * pixel + 1] = display(green);
        rgb[3 * pixel + 2] = display(blue);
    }

    /** Bright light is bent towards white instead of being cut off. */
    private static byte display(double light) {
        double bent = light < 0.75 ? light : 1 - 0.25 / (1 + 4 * (light - 0.75));
        return (byte) (int) (bent * 255 + 0.5);
    }

    private void normal(int pixel, double x, double y, double z) {
        normal[3 * pixel] = (byte) Math.round(127 + 127 * x);
        normal[3 * pixel + 1] = (byte) Math.round(127 + 127 * y);
        normal[3 * pixel + 2] = (byte) Math.round(127 + 127 * z);
    }
}
