package app.tandem.data.rooms;

/**
 * A flat thing on a wall or on the floor: a door, a window, a picture or a rug.
 *
 * @param what its class
 * @param face the wall it is on, as {@link Shell} numbers them
 * @param u0 where it begins along the face, in metres
 * @param v0 where it begins up the face (or across the floor)
 * @param u1 where it ends along the face
 * @param v1 where it ends up the face
 * @param frame how wide its frame is
 * @param frameColour the colour of the frame
 * @param inside what it shows within the frame
 */
record WallPanel(
        RoomClass what,
        int face,
        double u0,
        double v0,
        double u1,
        double v1,
        double frame,
        Colour frameColour,
        Pattern inside) {

    boolean covers(double u, double v) {
        return u >= u0 && u <= u1 && v >= v0 && v <= v1;
    }

    boolean overlaps(WallPanel other) {
        return face == other.face
                && u0 < other.u1 + 0.1
                && other.u0 < u1 + 0.1
                && v0 < other.v1 + 0.1
                && other.v0 < v1 + 0.1;
    }

    /** Gives the hit this panel's class and colour; needs the hit's u and v, and the ray for what a window shows. */
    void paint(Hit hit, Ray ray) {
        hit.what = what;
        double edge = Math.min(Math.min(hit.u - u0, u1 - hit.u), Math.min(hit.v - v0, v1 - hit.v));
        if (edge < frame) {
            hit.colour(frameColour);
        } else if (what == RoomClass.WINDOW) {
            window(hit, ray);
        } else {
            inside.paint(hit);
            if (what == RoomClass.DOOR) {
                door(hit);
            }
        }
    }

    private void window(Hit hit, Ray ray) {
        double across = (hit.u - u0) / (u1 - u0);
        double up = (hit.v - v0) / (v1 - v0);
        double bar = 0.35 * frame;
        if (Math.abs(across - 0.5) * (u1 - u0) < bar || Math.abs(up - 0.55) * (v1 - v0) < bar) {
            hit.colour(frameColour);
            return;
        }
        hit.outdoors = true;
        double horizontal = Math.sqrt(ray.dx * ray.dx + ray.dz * ray.dz);
        double slope = ray.dy / horizontal;
        double around = (ray.dx - ray.dz) / horizontal;
        double hills = 0.16 * (Pattern.noise(around * 4, 0.5, inside.salt()) - 0.35);
        Colour sky = inside.first();
        if (slope < hills) {
            hit.colour(inside.second().times(0.85 + 0.3 * Pattern.noise(around * 25, slope * 25, inside.salt())));
        } else {
            hit.colour(sky.towards(new Colour(1, 1, 1), Math.max(0, 0.8 - 1.8 * (slope - hills))));
        }
    }

    private void door(Hit hit) {
        double across = (hit.u - u0) / (u1 - u0);
        double up = (hit.v - v0) / (v1 - v0);
        double sideways = Math.abs(across - 0.5);
        boolean sunk = sideways < 0.3 && ((up > 0.12 && up < 0.45) || (up > 0.55 && up < 0.9));
        boolean knob = Math.abs(across - 0.88) < 0.04 && Math.abs(up - 0.48) < 0.02;
        double shade = knob ? 0.3 : sunk ? 0.82 : 1;
        hit.red *= shade;
        hit.green *= shade;
        hit.blue *= shade;
    }
}
