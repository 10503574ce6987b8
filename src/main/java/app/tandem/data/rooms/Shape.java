package app.tandem.data.rooms;

/** A simple solid in the frame of the piece of furniture it belongs to (y up, metres). */
sealed interface Shape {
    double NEAREST = 1e-6;

    /** Moves {@code hit} here if the ray meets this shape before {@code hit.t}; tells whether it did. */
    boolean meet(Ray ray, Hit hit);

    /** The smallest box around the shape, as {x0, y0, z0, x1, y1, z1}. */
    double[] bounds();

    /** An upright box. */
    record Box(double x0, double y0, double z0, double x1, double y1, double z1, Pattern pattern) implements Shape {

        @Override
        public boolean meet(Ray ray, Hit hit) {
            double ax = (x0 - ray.ox) * ray.ix;
            double bx = (x1 - ray.ox) * ray.ix;
            double ay = (y0 - ray.oy) * ray.iy;
            double by = (y1 - ray.oy) * ray.iy;
            double az = (z0 - ray.oz) * ray.iz;
            double bz = (z1 - ray.oz) * ray.iz;
            double nearX = Math.min(ax, bx);
            double nearY = Math.min(ay, by);
            double nearZ = Math.min(az, bz);
            double near = Math.max(nearX, Math.max(nearY, nearZ));
            double far = Math.min(Math.max(ax, bx), Math.min(Math.max(ay, by), Math.max(az, bz)));
            if (!(near <= far) || near < NEAREST || near >= hit.t) {
                return false;
            }
            double x = ray.ox + near * ray.dx;
            double y = ray.oy + near * ray.dy;
            double z = ray.oz + near * ray.dz;
            if (near == nearX) {
                hit.at(near, ray.dx > 0 ? -1 : 1, 0, 0, z, y);
            } else if (near == nearY) {
                hit.at(near, 0, ray.dy > 0 ? -1 : 1, 0, x, z);
            } else {
                hit.at(near, 0, 0, ray.dz > 0 ? -1 : 1, x, y);
            }
            hit.pattern = pattern;
            return true;
        }

        @Override
        public double[] bounds() {
            return new double[] {x0, y0, z0, x1, y1, z1};
        }
    }

    /** An ellipsoid with its axes along x, y and z. */
    record Ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz, Pattern pattern)
            implements Shape {

        @Override
        public boolean meet(Ray ray, Hit hit) {
            double ox = (ray.ox - cx) / rx;
            double oy = (ray.oy - cy) / ry;
            double oz = (ray.oz - cz) / rz;
            double dx = ray.dx / rx;
            double dy = ray.dy / ry;
            double dz = ray.dz / rz;
            double a = dx * dx + dy * dy + dz * dz;
            double b = ox * dx + oy * dy + oz * dz;
            double c = ox * ox + oy * oy + oz * oz - 1;
            double d = b * b - a * c;
            if (d < 0) {
                return false;
            }
            double t = (-b - Math.sqrt(d)) / a;
            if (t < NEAREST || t >= hit.t) {
                return false;
            }
            double nx = (ox + t * dx) / rx;
            double ny = (oy + t * dy) / ry;
            double nz = (oz + t * dz) / rz;
            double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
            hit.at(
                    t,
                    nx * scale,
                    ny * scale,
                    nz * scale,
                    (ox + t * dx) * rx + 0.3 * (oz + t * dz) * rz,
                    (oy + t * dy) * ry);
            hit.pattern = pattern;
            return true;
        }

        @Override
        public double[] bounds() {
            return new double[] {cx - rx, cy - ry, cz - rz, cx + rx, cy + ry, cz + rz};
        }
    }

    /** An upright cylinder between two heights, closed at both ends. */
    record Cylinder(double cx, double cz, double radius, double y0, double y1, Pattern pattern) implements Shape {

        @Override
        public boolean meet(Ray ray, Hit hit) {
            double ox = ray.ox - cx;
            double oz = ray.oz - cz;
            double a = ray.dx * ray.dx + ray.dz * ray.dz;
            double b = ox * ray.dx + oz * ray.dz;
            double c = ox * ox + oz * oz - radius * radius;
            double d = b * b - a * c;
            if (d < 0) {
                return false;
            }
            return meetSide(ray, hit, ox, oz, (-b - Math.sqrt(d)) / a) || meetEnd(ray, hit, ox, oz);
        }

        private boolean meetSide(Ray ray, Hit hit, double ox, double oz, double t) {
            double y = ray.oy + t * ray.dy;
            if (!(t >= NEAREST) || t >= hit.t || y < y0 || y > y1) {
                return false;
            }
            double x = ox + t * ray.dx;
            double z = oz + t * ray.dz;
            hit.at(t, x / radius, 0, z / radius, x - z, y);
            hit.pattern = pattern;
            return true;
        }

        private boolean meetEnd(Ray ray, Hit hit, double ox, double oz) {
            double t = ((ray.dy < 0 ? y1 : y0) - ray.oy) / ray.dy;
            double x = ox + t * ray.dx;
            double z = oz + t * ray.dz;
            if (!(t >= NEAREST) || t >= hit.t || x * x + z * z > radius * radius) {
                return false;
            }
            hit.at(t, 0, ray.dy < 0 ? 1 : -1, 0, x, z);
            hit.pattern = pattern;
            return true;
        }

        @Override
        public double[] bounds() {
            return new double[] {cx - radius, y0, cz - radius, cx + radius, y1, cz + radius};
        }
    }
}
