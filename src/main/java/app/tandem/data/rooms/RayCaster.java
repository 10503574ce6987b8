package app.tandem.data.rooms;

/**
 * Casts rays into a room: one through the middle of each pixel for the labels, four more where the colour changes
 * quickly.
 *
 * <p>Lambert shading by one lamp with hard shadows, some light from everywhere, corners a little darker. All of it is
 * arithmetic that Java defines to the last bit, so that the same room gives the same pixels on every machine. One
 * instance serves one thread.
 */
final class RayCaster {
    private static final double[] OFFSETS = {-0.25, -0.25, 0.25, -0.25, -0.25, 0.25, 0.25, 0.25};
    private static final double CONTRAST = 0.07;
    private static final double LAMP = 1.15;
    /** What the floor throws back at the ceiling. */
    private static final double BOUNCE = 0.2;

    private final Room room;
    private final Camera camera;
    private final Camera.Axes axes;
    private final Furnishing[] things;
    private final int size;
    private final int[] windows;
    private final Ray ray = new Ray();
    private final Ray shadow = new Ray();
    private final Hit hit = new Hit();
    private final Hit scratch = new Hit();

    RayCaster(Room room, Camera camera, int size) {
        this.room = room;
        this.camera = camera;
        this.axes = camera.axes();
        this.things = room.furnishings().toArray(Furnishing[]::new);
        this.size = size;
        this.windows = new int[things.length * 4];
        for (int i = 0; i < things.length; i++) {
            window(things[i].bounds(), i * 4);
        }
    }

    RenderedRoom render() {
        RenderedRoom image = new RenderedRoom(size);
        float[] colours = new float[size * size * 3];
        int[] objects = new int[size * size];
        for (int y = 0, p = 0; y < size; y++) {
            for (int x = 0; x < size; x++, p++) {
                cast(x + 0.5, y + 0.5);
                image.label(p, hit, axes);
                colours[3 * p] = (float) hit.red;
                colours[3 * p + 1] = (float) hit.green;
                colours[3 * p + 2] = (float) hit.blue;
                objects[p] = hit.object;
            }
        }
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                paint(image, colours, objects, x, y);
            }
        }
        return image;
    }

    private void paint(RenderedRoom image, float[] colours, int[] objects, int x, int y) {
        int p = y * size + x;
        double red = colours[3 * p];
        double green = colours[3 * p + 1];
        double blue = colours[3 * p + 2];
        if (changes(colours, objects, x, y, p)) {
            int label = image.classAt(p);
            int others = 0;
            for (int s = 0; s < 4; s++) {
                cast(x + 0.5 + OFFSETS[2 * s], y + 0.5 + OFFSETS[2 * s + 1]);
                red += hit.red;
                green += hit.green;
                blue += hit.blue;
                others += hit.what.label() == label ? 0 : 1;
            }
            red /= 5;
            green /= 5;
            blue /= 5;
            if (others == 4) {
                image.markUncertain(p);
            }
        }
        image.colour(p, red, green, blue);
    }

    private boolean changes(float[] colours, int[] objects, int x, int y, int p) {
        return (x > 0 && differs(colours, objects, p, p - 1))
                || (x < size - 1 && differs(colours, objects, p, p + 1))
                || (y > 0 && differs(colours, objects, p, p - size))
                || (y < size - 1 && differs(colours, objects, p, p + size));
    }

    private static boolean differs(float[] colours, int[] objects, int p, int q) {
        return objects[p] != objects[q]
                || Math.abs(colours[3 * p] - colours[3 * q])
                                + Math.abs(colours[3 * p + 1] - colours[3 * q + 1])
                                + Math.abs(colours[3 * p + 2] - colours[3 * q + 2])
                        > CONTRAST * 3;
    }

    /** Leaves in {@code hit} what is seen at an image point (in pixels from the top left), its colour shaded. */
    private void cast(double px, double py) {
        axes.aim(camera, 2 * px / size - 1, 1 - 2 * py / size, ray);
        hit.clear();
        int met = -1;
        for (int i = 0; i < things.length; i++) {
            int w = 4 * i;
            if (px >= windows[w] && px <= windows[w + 1] && py >= windows[w + 2] && py <= windows[w + 3]) {
                met = things[i].meet(ray, hit) ? i : met;
            }
        }
        if (!room.shell().meet(ray, hit)) {
            hit.pattern.paint(hit);
            hit.object = met;
        }
        if (!hit.outdoors) {
            shade();
        }
    }

    private void shade() {
        double x = ray.ox + hit.t * ray.dx;
        double y = ray.oy + hit.t * ray.dy;
        double z = ray.oz + hit.t * ray.dz;
        double lx = room.lightX() - x;
        double ly = room.lightY() - y;
        double lz = room.lightZ() - z;
        double squared = lx * lx + ly * ly + lz * lz;
        double facing = (lx * hit.nx + ly * hit.ny + lz * hit.nz) / Math.sqrt(squared);
        double direct = 0;
        if (facing > 0 && !inShadow(x, y, z, lx, ly, lz)) {
            direct = LAMP * facing / (1 + 0.09 * squared);
        }
        // Light from everywhere is a little stronger from above and from one side: faces in shadow stay apart.
        double around = room.ambient() * (1 + 0.08 * hit.ny + 0.08 * hit.nx - 0.05 * hit.nz);
        around += hit.ny < -0.5 ? BOUNCE : 0;
        double all = around * room.shell().openness(x, y, z);
        hit.red *= Math.max(all + direct * room.light().red(), hit.glow * 1.25);
        hit.green *= Math.max(all + direct * room.light().green(), hit.glow * 1.25);
        hit.blue *= Math.max(all + direct * room.light().blue(), hit.glow * 1.25);
    }

    private boolean inShadow(double x, double y, double z, double lx, double ly, double lz) {
        double off = 1e-4;
        shadow.set(x + off * hit.nx, y + off * hit.ny, z + off * hit.nz, lx, ly, lz);
        for (Furnishing thing : things) {
            if (thing.blocks(shadow, 1, scratch)) {
                return true;
            }
        }
        return false;
    }

    /** The part of the image, in pixels, where a box can be seen: {x0, x1, y0, y1} from {@code at} on. */
    private void window(double[] box, int at) {
        double left = Hit.MISS;
        double right = -Hit.MISS;
        double top = Hit.MISS;
        double bottom = -Hit.MISS;
        for (int corner = 0; corner < 8; corner++) {
            double x = box[(corner & 1) * 3] - camera.x();
            double y = box[1 + (corner >> 1 & 1) * 3] - camera.y();
            double z = box[2 + (corner >> 2) * 3] - camera.z();
            double depth = axes.alongForward(x, y, z);
            if (depth < 0.05) {
                left = 0;
                top = 0;
                right = size;
                bottom = size;
                break;
            }
            double scale = 0.5 * size / (depth * axes.reach());
            double px = 0.5 * size + scale * axes.alongRight(x, y, z);
            double py = 0.5 * size - scale * axes.alongUp(x, y, z);
            left = Math.min(left, px);
            right = Math.max(right, px);
            top = Math.min(top, py);
            bottom = Math.max(bottom, py);
        }
        windows[at] = (int) Math.floor(left) - 1;
        windows[at + 1] = (int) Math.ceil(right) + 1;
        windows[at + 2] = (int) Math.floor(top) - 1;
        windows[at + 3] = (int) Math.ceil(bottom) + 1;
    }
}
