package app.tandem.data.rooms;

import java.util.List;

/**
 * The empty room: a box seen from inside, from (0, 0, 0) to (width, height, depth), y up.
 *
 * <p>Its faces: 0 the wall at x = 0, 1 the wall at x = width, 2 the wall at z = 0, 3 the wall at z = depth, 4 the floor,
 * 5 the ceiling. On walls u runs along the wall and v up; on floor and ceiling u is x and v is z.
 */
record Shell(
        double width,
        double height,
        double depth,
        List<Pattern> walls,
        Pattern floor,
        Pattern ceiling,
        Colour skirting,
        List<WallPanel> panels) {
    static final int FLOOR = 4;
    static final int CEILING = 5;
    private static final double SKIRTING = 0.09;

    double length(int face) {
        return face < 2 ? depth : width;
    }

    /** Finds where a ray from inside the room leaves it, before {@code hit.t}; tells whether it does. */
    boolean meet(Ray ray, Hit hit) {
        double tx = (ray.dx > 0 ? width - ray.ox : -ray.ox) / ray.dx;
        double ty = (ray.dy > 0 ? height - ray.oy : -ray.oy) / ray.dy;
        double tz = (ray.dz > 0 ? depth - ray.oz : -ray.oz) / ray.dz;
        tx = ray.dx == 0 ? Hit.MISS : tx;
        ty = ray.dy == 0 ? Hit.MISS : ty;
        tz = ray.dz == 0 ? Hit.MISS : tz;
        double t = Math.min(tx, Math.min(ty, tz));
        if (t >= hit.t) {
            return false;
        }
        double x = ray.ox + t * ray.dx;
        double y = ray.oy + t * ray.dy;
        double z = ray.oz + t * ray.dz;
        if (t == ty) {
            hit.at(t, 0, ray.dy > 0 ? -1 : 1, 0, x, z);
            dress(ray, hit, ray.dy > 0 ? CEILING : FLOOR);
        } else if (t == tx) {
            hit.at(t, ray.dx > 0 ? -1 : 1, 0, 0, z, y);
            dress(ray, hit, ray.dx > 0 ? 1 : 0);
        } else {
            hit.at(t, 0, 0, ray.dz > 0 ? -1 : 1, x, y);
            dress(ray, hit, ray.dz > 0 ? 3 : 2);
        }
        return true;
    }

    private void dress(Ray ray, Hit hit, int face) {
        hit.glow = 0;
        hit.object = -1 - face;
        for (int i = 0; i < panels.size(); i++) {
            WallPanel panel = panels.get(i);
            if (panel.face() == face && panel.covers(hit.u, hit.v)) {
                panel.paint(hit, ray);
                hit.object = -10 - i;
                return;
            }
        }
        if (face == FLOOR) {
            hit.what = RoomClass.FLOOR;
            floor.paint(hit);
        } else if (face == CEILING) {
            hit.what = RoomClass.CEILING;
            ceiling.paint(hit);
        } else {
            hit.what = RoomClass.BACKGROUND;
            if (hit.v < SKIRTING) {
                hit.colour(skirting);
            } else {
                walls.get(face).paint(hit);
            }
        }
    }

    /** How much light reaches a point of the shell past the faces next to it, 0…1: corners are darker. */
    double openness(double x, double y, double z) {
        double reach = 0.3;
        return darkening(x, reach)
                * darkening(width - x, reach)
                * darkening(y, reach)
                * darkening(height - y, reach)
                * darkening(z, reach)
                * darkening(depth - z, reach);
    }

    private static double darkening(double distance, double reach) {
        if (distance < 1e-6 || distance > reach) {
            return 1;
        }
        double near = 1 - distance / reach;
        return 1 - 0.28 * near * near;
    }
}
