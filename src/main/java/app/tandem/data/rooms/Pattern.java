package app.tandem.data.rooms;

/**
 * A procedural texture over a surface's (u, v) in metres.
 *
 * @param kind how the two colours are laid out
 * @param first the main colour
 * @param second the other colour: of joints, of every other field, of the grain
 * @param size metres of one field, plank, stripe or blotch
 * @param salt makes the noise of two surfaces differ
 */
record Pattern(Kind kind, Colour first, Colour second, double size, int salt) {

    enum Kind {
        PLAIN,
        NOISE,
        CHECKER,
        TILES,
        PLANKS,
        BRICKS,
        STRIPES,
        /** Shines by itself, as a lampshade does. */
        GLOW
    }

    static Pattern plain(Colour colour) {
        return new Pattern(Kind.PLAIN, colour, colour, 1, 0);
    }

    static Pattern glowing(Colour colour) {
        return new Pattern(Kind.GLOW, colour, colour, 1, 0);
    }

    static Pattern grained(Colour colour, double size, int salt) {
        return new Pattern(Kind.NOISE, colour, colour.times(0.82), size, salt);
    }

    /** Writes the colour at the hit's (u, v) into the hit. */
    void paint(Hit hit) {
        double u = hit.u / size;
        double v = hit.v / size;
        switch (kind) {
            case PLAIN -> hit.colour(first);
            case NOISE -> mix(hit, noise(u, v, salt));
            case CHECKER -> mix(hit, (floor(u) + floor(v) & 1) == 0 ? 0 : 1);
            case TILES -> mix(hit, joint(u, v, 0.05) ? 1 : 0.25 * unit(floor(u), floor(v), salt));
            case PLANKS -> planks(hit, u, v);
            case BRICKS -> bricks(hit, u, v);
            case STRIPES -> mix(hit, (floor(u) & 1) == 0 ? 0 : 1);
            case GLOW -> {
                hit.colour(first);
                hit.glow = 0.8;
            }
        }
    }

    private void planks(Hit hit, double u, double v) {
        int row = floor(u);
        double along = v / 6 + unit(row, 7, salt);
        double grain = 0.35 * unit(row, floor(along), salt) + 0.35 * noise(u * 5, v * 0.7, salt);
        mix(hit, joint(u, along * 6, 0.05) && (fraction(u) < 0.05 || fraction(along) < 0.01) ? 1 : grain);
    }

    private void bricks(Hit hit, double u, double v) {
        int row = floor(v * 2);
        double along = u + 0.5 * (row & 1);
        boolean mortar = fraction(along) < 0.06 || fraction(v * 2) < 0.12;
        mix(hit, mortar ? 1 : 0.4 * unit(floor(along), row, salt));
    }

    private static boolean joint(double u, double v, double width) {
        return fraction(u) < width || fraction(v) < width;
    }

    private void mix(Hit hit, double t) {
        hit.red = first.red() + t * (second.red() - first.red());
        hit.green = first.green() + t * (second.green() - first.green());
        hit.blue = first.blue() + t * (second.blue() - first.blue());
    }

    /** Smoothly varying noise in 0…1: bilinear between random values on the integer lattice. */
    static double noise(double u, double v, int salt) {
        int i = floor(u);
        int j = floor(v);
        double a = smooth(u - i);
        double b = smooth(v - j);
        double low = unit(i, j, salt) * (1 - a) + unit(i + 1, j, salt) * a;
        double high = unit(i, j + 1, salt) * (1 - a) + unit(i + 1, j + 1, salt) * a;
        return low * (1 - b) + high * b;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double fraction(double x) {
        return x - floor(x);
    }

    private static int floor(double x) {
        int i = (int) x;
        return x < i ? i - 1 : i;
    }

    private static double unit(int i, int j, int salt) {
        int h = i * 0x27d4eb2d ^ j * 0x165667b1 ^ salt * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) >>> 8) * 0x1p-24;
    }
}
