package app.tandem.data.rooms;

/** A half-line; reused, like {@link Hit}. The direction need not be of unit length. */
final class Ray {
    double ox;
    double oy;
    double oz;
    double dx;
    double dy;
    double dz;
    /** One over the direction, for the many boxes that each ray is held against. */
    double ix;

    double iy;
    double iz;

    void set(double originX, double originY, double originZ, double alongX, double alongY, double alongZ) {
        ox = originX;
        oy = originY;
        oz = originZ;
        dx = alongX;
        dy = alongY;
        dz = alongZ;
        ix = 1 / alongX;
        iy = 1 / alongY;
        iz = 1 / alongZ;
    }
}
