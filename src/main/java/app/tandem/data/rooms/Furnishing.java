package app.tandem.data.rooms;

import java.util.List;

/** One thing that stands in the room: shapes in its own frame, turned about the vertical and put on the floor. */
final class Furnishing {
    private final RoomClass what;
    private final Shape[] shapes;
    private final double glow;
    private final double x;
    private final double y;
    private final double z;
    private final double cos;
    private final double sin;
    private final double[] box;
    private final Ray local = new Ray();

    private Furnishing(RoomClass what, Shape[] shapes, double glow, double x, double y, double z, double yaw) {
        this.what = what;
        this.shapes = shapes;
        this.glow = glow;
        this.x = x;
        this.y = y;
        this.z = z;
        this.cos = StrictMath.cos(yaw);
        this.sin = StrictMath.sin(yaw);
        this.box = around(shapes);
    }

    /** The thing at the origin of its own frame: its back towards −z, its front towards +z. */
    static Furnishing of(RoomClass what, List<Shape> shapes, double glow) {
        return new Furnishing(what, shapes.toArray(Shape[]::new), glow, 0, 0, 0, 0);
    }

    /** The same thing elsewhere; {@code yaw} in radians turns its front from +z towards +x. */
    Furnishing placed(double toX, double toY, double toZ, double yaw) {
        return new Furnishing(what, shapes, glow, toX, toY, toZ, yaw);
    }

    RoomClass what() {
        return what;
    }

    /** Half its extent along its own x, for lining it up with a wall. */
    double halfWidth() {
        return Math.max(-box[0], box[3]);
    }

    /** How far it reaches behind its own origin. */
    double back() {
        return -box[2];
    }

    /** How far it reaches before its own origin. */
    double front() {
        return box[5];
    }

    double height() {
        return y + box[4];
    }

    /** The smallest upright box around it in the room, as {x0, y0, z0, x1, y1, z1}. */
    double[] bounds() {
        double[] bounds = {Hit.MISS, y + box[1], Hit.MISS, -Hit.MISS, y + box[4], -Hit.MISS};
        for (int corner = 0; corner < 4; corner++) {
            double u = box[(corner & 1) * 3];
            double w = box[2 + (corner >> 1) * 3];
            double worldX = x + cos * u + sin * w;
            double worldZ = z - sin * u + cos * w;
            bounds[0] = Math.min(bounds[0], worldX);
            bounds[2] = Math.min(bounds[2], worldZ);
            bounds[3] = Math.max(bounds[3], worldX);
            bounds[5] = Math.max(bounds[5], worldZ);
        }
        return bounds;
    }

    /** Moves {@code hit} here if the ray meets this thing before {@code hit.t}. */
    boolean meet(Ray ray, Hit hit) {
        if (!reaches(ray, hit.t)) {
            return false;
        }
        boolean met = false;
        for (Shape shape : shapes) {
            met |= shape.meet(local, hit);
        }
        if (met) {
            double nx = hit.nx;
            hit.nx = cos * nx + sin * hit.nz;
            hit.nz = -sin * nx + cos * hit.nz;
            hit.what = what;
            hit.glow = glow;
        }
        return met;
    }

    /** Whether this thing stands in the way within {@code farthest} of the ray. */
    boolean blocks(Ray ray, double farthest, Hit scratch) {
        if (glow > 0 || !reaches(ray, farthest)) {
            return false;
        }
        scratch.t = farthest;
        for (Shape shape : shapes) {
            if (shape.meet(local, scratch)) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(Ray ray, double farthest) {
        double px = ray.ox - x;
        double pz = ray.oz - z;
        local.set(
                cos * px - sin * pz,
                ray.oy - y,
                sin * px + cos * pz,
                cos * ray.dx - sin * ray.dz,
                ray.dy,
                sin * ray.dx + cos * ray.dz);
        double ax = (box[0] - local.ox) / local.dx;
        double bx = (box[3] - local.ox) / local.dx;
        double ay = (box[1] - local.oy) / local.dy;
        double by = (box[4] - local.oy) / local.dy;
        double az = (box[2] - local.oz) / local.dz;
        double bz = (box[5] - local.oz) / local.dz;
        double near = Math.max(Math.min(ax, bx), Math.max(Math.min(ay, by), Math.min(az, bz)));
        double far = Math.min(Math.max(ax, bx), Math.min(Math.max(ay, by), Math.max(az, bz)));
        return near <= far && far > Shape.NEAREST && near < farthest;
    }

    private static double[] around(Shape[] shapes) {
        double[] box = {Hit.MISS, Hit.MISS, Hit.MISS, -Hit.MISS, -Hit.MISS, -Hit.MISS};
        for (Shape shape : shapes) {
            double[] one = shape.bounds();
            for (int axis = 0; axis < 3; axis++) {
                box[axis] = Math.min(box[axis], one[axis]);
                box[axis + 3] = Math.max(box[axis + 3], one[axis + 3]);
            }
        }
        return box;
    }
}
