package app.tandem.data.rooms;

import java.util.List;

/** One thing that stands in the room: shapes in its own frame, turned about the vertical and put on the floor. */
final class Furnishing {
    private final RoomClass what;
    private final Shape[] shapes;
    private final double x;
    private final double y;
    private final double z;
    private final double cos;
    private final double sin;
    private final double[] box;
    private final double[] bounds;
    private final Ray local = new Ray();

    private Furnishing(RoomClass what, Shape[] shapes, double x, double y, double z, double yaw) {
        this.what = what;
        this.shapes = shapes;
        this.x = x;
        this.y = y;
        this.z = z;
        this.cos = StrictMath.cos(yaw);
        this.sin = StrictMath.sin(yaw);
        this.box = around(shapes);
        this.bounds = inRoom();
    }

    /** The thing at the origin of its own frame: its back towards −z, its front towards +z. */
    static Furnishing of(RoomClass what, List<Shape> shapes) {
        return new Furnishing(what, shapes.toArray(Shape[]::new), 0, 0, 0, 0);
    }

    /** The same thing elsewhere; {@code yaw} in radians turns its front from +z towards +x. */
    Furnishing placed(double toX, double toY, double toZ, double yaw) {
        return new Furnishing(what, shapes, toX, toY, toZ, yaw);
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
        return bounds;
    }

    private double[] inRoom() {
        double[] around = {Hit.MISS, y + box[1], Hit.MISS, -Hit.MISS, y + box[4], -Hit.MISS};
        for (int corner = 0; corner < 4; corner++) {
            double u = box[(corner & 1) * 3];
            double w = box[2 + (corner >> 1) * 3];
            double worldX = x + cos * u + sin * w;
            double worldZ = z - sin * u + cos * w;
            around[0] = Math.min(around[0], worldX);
            around[2] = Math.min(around[2], worldZ);
            around[3] = Math.max(around[3], worldX);
            around[5] = Math.max(around[5], worldZ);
        }
        return around;
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
        }
        return met;
    }

    /** Whether this thing stands in the way within {@code farthest} of the ray. */
    boolean blocks(Ray ray, double farthest, Hit scratch) {
        if (!reaches(ray, farthest)) {
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

    /** Whether the ray comes near; if so, leaves it in {@code local}, in this thing's frame. */
    private boolean reaches(Ray ray, double farthest) {
        if (!mayMeet(bounds, ray, farthest)) {
            return false;
        }
        double px = ray.ox - x;
        double pz = ray.oz - z;
        local.set(
                cos * px - sin * pz,
                ray.oy - y,
                sin * px + cos * pz,
                cos * ray.dx - sin * ray.dz,
                ray.dy,
                sin * ray.dx + cos * ray.dz);
        return true;
    }

    private static boolean mayMeet(double[] box, Ray ray, double farthest) {
        double ax = (box[0] - ray.ox) * ray.ix;
        double bx = (box[3] - ray.ox) * ray.ix;
        double ay = (box[1] - ray.oy) * ray.iy;
        double by = (box[4] - ray.oy) * ray.iy;
        double az = (box[2] - ray.oz) * ray.iz;
        double bz = (box[5] - ray.oz) * ray.iz;
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
