package app.tandem.data.rooms;

/**
 * Where a ray met a surface; one instance is reused for every ray of an image, so that tracing allocates nothing.
 *
 * <p>{@code t} counts in lengths of the ray's direction; the normal is of unit length and faces the ray; {@code u},
 * {@code v} are metres on the surface; the colour is in 0…1.
 */
final class Hit {
    static final double MISS = Double.POSITIVE_INFINITY;

    double t;
    double nx;
    double ny;
    double nz;
    double u;
    double v;
    double red;
    double green;
    double blue;
    RoomClass what = RoomClass.BACKGROUND;
    Pattern pattern = Pattern.plain(new Colour(1, 1, 1));
    /** 0 for a surface that only reflects, up to 1 for one that shines by itself. */
    double glow;
    /** Seen through a window: bright, and without depth or normal. */
    boolean outdoors;
    /** Tells one object from the next, for smoothing edges. */
    int object;

    void clear() {
        t = MISS;
        outdoors = false;
        glow = 0;
        object = -1;
    }

    void at(double distance, double normalX, double normalY, double normalZ, double alongU, double alongV) {
        t = distance;
        nx = normalX;
        ny = normalY;
        nz = normalZ;
        u = alongU;
        v = alongV;
    }

    void colour(Colour colour) {
        red = colour.red();
        green = colour.green();
        blue = colour.blue();
    }
}
