package app.tandem.data.rooms;

/**
 * A pinhole camera.
 *
 * <p>Directions have length 1 along the viewing axis, so that a ray's t is depth along that axis (the z-buffer's depth).
 *
 * @param x where it is, in metres
 * @param y where it is, up
 * @param z where it is
 * @param yaw radians; 0 looks along +z, positive turns towards +x
 * @param pitch radians; positive looks up
 * @param fieldOfView radians, of the whole width
 */
record Camera(double x, double y, double z, double yaw, double pitch, double fieldOfView) {

    Axes axes() {
        double sy = StrictMath.sin(yaw);
        double cy = StrictMath.cos(yaw);
        double sp = StrictMath.sin(pitch);
        double cp = StrictMath.cos(pitch);
        return new Axes(
                new double[] {cy, 0, -sy},
                new double[] {-sy * sp, cp, -cy * sp},
                new double[] {sy * cp, sp, cy * cp},
                StrictMath.tan(fieldOfView / 2));
    }

    /** The camera's frame in the room: the image's x, its −y, and the viewing axis. */
    static final class Axes {
        private final double[] right;
        private final double[] up;
        private final double[] forward;
        private final double reach;

        private Axes(double[] right, double[] up, double[] forward, double reach) {
            this.right = right;
            this.up = up;
            this.forward = forward;
            this.reach = reach;
        }

        double alongRight(double x, double y, double z) {
            return x * right[0] + y * right[1] + z * right[2];
        }

        double alongUp(double x, double y, double z) {
            return x * up[0] + y * up[1] + z * up[2];
        }

        double alongForward(double x, double y, double z) {
            return x * forward[0] + y * forward[1] + z * forward[2];
        }

        /** Half the image's width at depth 1. */
        double reach() {
            return reach;
        }

        /** Aims a ray at the image point ({@code px}, {@code py}), each from −1 (left, bottom) to 1. */
        void aim(Camera camera, double px, double py, Ray ray) {
            double a = px * reach;
            double b = py * reach;
            ray.set(
                    camera.x,
                    camera.y,
                    camera.z,
                    forward[0] + a * right[0] + b * up[0],
                    forward[1] + a * right[1] + b * up[1],
                    forward[2] + a * right[2] + b * up[2]);
        }
    }
}
