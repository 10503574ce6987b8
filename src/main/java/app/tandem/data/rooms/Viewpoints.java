package app.tandem.data.rooms;

import java.util.SplittableRandom;

/** Chooses where a room is seen from. */
final class Viewpoints {
    private static final int CANDIDATES = 10;

    private Viewpoints() {}

    /** The most telling of several random viewpoints: clear of furniture, with much of it in sight. */
    static Camera choose(SplittableRandom random, Room room) {
        Camera best = candidate(random, room);
        double bestScore = score(best, room);
        for (int i = 1; i < CANDIDATES; i++) {
            Camera other = candidate(random, room);
            double score = score(other, room);
            if (score > bestScore) {
                best = other;
                bestScore = score;
            }
        }
        return best;
    }

    private static Camera candidate(SplittableRandom random, Room room) {
        Shell shell = room.shell();
        double x = shell.width() * random.nextDouble(0.08, 0.92);
        double z = shell.depth() * random.nextDouble(0.06, 0.94);
        double y = random.nextDouble(1.0, 1.75);
        double aimX = shell.width() * random.nextDouble(0.25, 0.75);
        double aimZ = shell.depth() * random.nextDouble(0.25, 0.75);
        double yaw = StrictMath.atan2(aimX - x, aimZ - z) + random.nextDouble(-0.3, 0.3);
        double pitch = random.nextDouble(-0.42, 0.06);
        double fieldOfView = random.nextDouble(1.05, 1.5);
        return new Camera(x, y, z, yaw, pitch, fieldOfView);
    }

    private static double score(Camera camera, Room room) {
        Camera.Axes axes = camera.axes();
        double score = 0;
        for (Furnishing thing : room.furnishings()) {
            double[] b = thing.bounds();
            double x = (b[0] + b[3]) / 2 - camera.x();
            double y = (b[1] + b[4]) / 2 - camera.y();
            double z = (b[2] + b[5]) / 2 - camera.z();
            double outside = Math.max(
                    Math.max(b[0] - camera.x(), camera.x() - b[3]), Math.max(b[2] - camera.z(), camera.z() - b[5]));
            if (outside < 0.35) {
                score -= 4;
            }
            double depth = axes.alongForward(x, y, z);
            double across = axes.alongRight(x, y, z) / (depth * axes.reach());
            double up = axes.alongUp(x, y, z) / (depth * axes.reach());
            if (depth > 0.8 && Math.abs(across) < 0.85 && Math.abs(up) < 0.9) {
                score += 1;
            }
        }
        return score + roominess(camera, axes, room.shell());
    }

    /** Up to 1.5 for a far view: a wall right before the lens shows nothing. */
    private static double roominess(Camera camera, Camera.Axes axes, Shell shell) {
        double dx = axes.alongForward(1, 0, 0);
        double dz = axes.alongForward(0, 0, 1);
        double toX = Math.abs(dx) < 1e-9 ? Hit.MISS : (dx > 0 ? shell.width() - camera.x() : -camera.x()) / dx;
        double toZ = Math.abs(dz) < 1e-9 ? Hit.MISS : (dz > 0 ? shell.depth() - camera.z() : -camera.z()) / dz;
        return Math.min(1.5, Math.min(toX, toZ) * 0.4);
    }
}
