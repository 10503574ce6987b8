package app.tandem.data.rooms;

import app.tandem.data.rooms.Shape.Box;
import app.tandem.data.rooms.Shape.Cylinder;
import app.tandem.data.rooms.Shape.Ellipsoid;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Builds furniture of random size and colour from boxes, cylinders and ellipsoids. Lengths are metres. */
final class Furniture {
    private static final int[] FABRICS = {0x2f5d9b, 0x8b2e3c, 0x3f7d5a, 0xb98a3b, 0x5b4a8a, 0x6f7a80, 0xc2683c, 0x2f7f86
    };
    private static final int[] LINENS = {0xf2efe6, 0xdfe8ef, 0xf3dfd6, 0xe3ecd9};
    private static final int[] BALLS = {0xe03a2f, 0xf0b323, 0x2a7de1, 0x35b04a, 0xe85fa8, 0xf4f4f0};
    private static final int[] LEAVES = {0x2f7d32, 0x4c9a3f, 0x1f6b45, 0x6aa53a};
    private static final int[] CLAYS = {0xb5643c, 0xe6e2da, 0x3d4a57, 0x8a9a8b};
    private static final double TURN = 2 * Math.PI;

    private final SplittableRandom random;
    private final Colour wood;
    private final Colour paint;

    /**
     * @param random where sizes and colours come from
     * @param wood what tables, chairs and shelves of this building are made of
     * @param paint the colour of its cabinets
     */
    Furniture(SplittableRandom random, Colour wood, Colour paint) {
        this.random = random;
        this.wood = wood;
        this.paint = paint;
    }

    Furnishing sofa() {
        double w = between(0.75, 1.15);
        Pattern cloth = cloth();
        Pattern seat = Pattern.grained(cloth.first().times(1.18), 0.08, salt());
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(-w, 0.06, -0.45, w, 0.34, 0.42, cloth));
        shapes.add(new Box(-w, 0.34, -0.45, w, between(0.75, 0.92), -0.22, cloth));
        shapes.add(new Box(-w, 0.06, -0.45, -w + 0.2, 0.6, 0.45, cloth));
        shapes.add(new Box(w - 0.2, 0.06, -0.45, w, 0.6, 0.45, cloth));
        int cushions = w > 0.95 ? 3 : 2;
        double each = (2 * w - 0.4) / cushions;
        for (int i = 0; i < cushions; i++) {
            double left = -w + 0.2 + i * each;
            shapes.add(new Box(left + 0.01, 0.34, -0.22, left + each - 0.01, 0.47, 0.45, seat));
        }
        return Furnishing.of(RoomClass.SOFA, shapes);
    }

    Furnishing table() {
        double h = between(0.68, 0.8);
        Pattern top = wooden(1.05);
        Pattern leg = wooden(0.8);
        List<Shape> shapes = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            double r = between(0.5, 0.7);
            shapes.add(new Cylinder(0, 0, r, h - 0.05, h, top));
            shapes.add(new Cylinder(0, 0, 0.06, 0.03, h - 0.05, leg));
            shapes.add(new Cylinder(0, 0, 0.28, 0, 0.03, leg));
        } else {
            double w = between(0.5, 0.9);
            double d = between(0.35, 0.5);
            shapes.add(new Box(-w, h - 0.06, -d, w, h, d, top));
            legs(shapes, w - 0.04, d - 0.04, h - 0.06, 0.035, leg);
        }
        return Furnishing.of(RoomClass.TABLE, shapes);
    }

    Furnishing chair() {
        double w = between(0.2, 0.25);
        double seat = between(0.42, 0.48);
        double high = between(0.85, 1.05);
        Pattern frame = wooden(0.9);
        Pattern cover = random.nextBoolean() ? cloth() : wooden(1.1);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(-w, seat - 0.06, -w, w, seat, w, cover));
        legs(shapes, w - 0.02, w - 0.02, seat - 0.06, 0.025, frame);
        shapes.add(new Box(-w, seat, -w, -w + 0.05, high, -w + 0.04, frame));
        shapes.add(new Box(w - 0.05, seat, -w, w, high, -w + 0.04, frame));
        shapes.add(new Box(-w, high - 0.28, -w, w, high, -w + 0.04, cover));
        return Furnishing.of(RoomClass.CHAIR, shapes);
    }

    Furnishing bed() {
        double w = between(0.5, 0.85);
        double d = between(0.95, 1.05);
        Colour linen = pick(LINENS);
        Pattern blanket = random.nextBoolean()
                ? cloth()
                : new Pattern(Pattern.Kind.STRIPES, linen, pick(FABRICS), between(0.1, 0.2), salt());
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(-w, 0.05, -d, w, 0.28, d, wooden(0.9)));
        shapes.add(new Box(-w + 0.03, 0.28, -d, w - 0.03, 0.46, d - 0.03, Pattern.grained(linen, 0.2, salt())));
        shapes.add(new Box(-w - 0.01, 0.2, -d * 0.35, w + 0.01, 0.49, d + 0.01, blanket));
        shapes.add(new Box(-w, 0.05, -d - 0.06, w, between(0.8, 1.1), -d, wooden(0.8)));
        int pillows = w > 0.65 ? 2 : 1;
        for (int i = 0; i < pillows; i++) {
            double x = pillows == 1 ? 0 : (i - 0.5) * w;
            shapes.add(new Ellipsoid(x, 0.5, -d + 0.25, 0.32, 0.1, 0.2, Pattern.plain(pick(LINENS))));
        }
        return Furnishing.of(RoomClass.BED, shapes);
    }

    Furnishing lamp() {
        double h = between(1.35, 1.7);
        Pattern metal = Pattern.plain(Colour.of(random.nextBoolean() ? 0x33363a : 0xb59a5a));
        Pattern shade = Pattern.glowing(Colour.of(0xfff0c8).varied(random, 0.1));
        return Furnishing.of(
                RoomClass.LAMP,
                List.of(
                        new Cylinder(0, 0, 0.15, 0, 0.03, metal),
                        new Cylinder(0, 0, 0.022, 0.03, h - 0.3, metal),
                        new Cylinder(0, 0, between(0.18, 0.26), h - 0.32, h, shade)));
    }

    /** A closed cabinet with doors, or a shelf with books. */
    Furnishing cabinet() {
        double w = between(0.4, 0.75);
        double h = between(0.9, 2.0);
        return random.nextInt(5) < 2 ? shelf(w, h) : closedCabinet(w, h);
    }

    private Furnishing closedCabinet(double w, double h) {
        Pattern body = random.nextBoolean() ? wooden(0.85) : Pattern.grained(paint.varied(random, 0.15), 0.5, salt());
        Pattern door = Pattern.grained(body.first().times(1.15), 0.4, salt());
        Pattern knob = Pattern.plain(Colour.of(0x2b2b2e));
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(-w, 0, -0.2, w, h, 0.2, body));
        for (int side = -1; side <= 1; side += 2) {
            double x = side * w / 2;
            shapes.add(new Box(x - w / 2 + 0.03, 0.08, 0.2, x + w / 2 - 0.03, h - 0.05, 0.22, door));
            shapes.add(new Box(side * 0.06 - 0.012, h / 2 - 0.06, 0.22, side * 0.06 + 0.012, h / 2 + 0.06, 0.25, knob));
        }
        return Furnishing.of(RoomClass.CABINET, shapes);
    }

    private Furnishing shelf(double w, double h) {
        Pattern board = wooden(0.95);
        Pattern rear = wooden(0.6);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(-w, 0, -0.17, w, h, -0.14, rear));
        shapes.add(new Box(-w, 0, -0.14, -w + 0.03, h, 0.17, board));
        shapes.add(new Box(w - 0.03, 0, -0.14, w, h, 0.17, board));
        int floors = (int) Math.round(h / 0.42);
        for (int i = 0; i <= floors; i++) {
            double y = i * (h - 0.03) / floors;
            shapes.add(new Box(-w + 0.03, y, -0.14, w - 0.03, y + 0.03, 0.17, board));
            double x = -w + 0.05;
            while (i < floors && x < w - 0.3) {
                double wide = between(0.08, 0.3);
                double tall = between(0.18, 0.3);
                shapes.add(new Box(x, y + 0.03, -0.12, x + wide, y + 0.03 + tall, 0.1, cloth()));
                x += wide + (random.nextInt(3) == 0 ? 0.2 : 0.01);
            }
        }
        return Furnishing.of(RoomClass.CABINET, shapes);
    }

    Furnishing ball() {
        double r = between(0.13, 0.3);
        Colour colour = pick(BALLS);
        Pattern skin = random.nextBoolean()
                ? Pattern.plain(colour)
                : new Pattern(Pattern.Kind.STRIPES, colour, pick(BALLS), r * 0.6, salt());
        return Furnishing.of(RoomClass.BALL, List.of(new Ellipsoid(0, r, 0, r, r, r, skin)));
    }

    Furnishing plant() {
        double pot = between(0.12, 0.2);
        double high = between(0.25, 0.4);
        Colour green = pick(LEAVES);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Cylinder(0, 0, pot, 0, high, Pattern.grained(pick(CLAYS), 0.1, salt())));
        shapes.add(new Cylinder(0, 0, 0.025, high, high + 0.35, Pattern.plain(Colour.of(0x5a4430))));
        int leaves = 7 + random.nextInt(5);
        double crown = between(0.22, 0.38);
        for (int i = 0; i < leaves; i++) {
            double angle = TURN * (i + random.nextDouble() * 0.6) / leaves;
            double out = crown * between(0.2, 0.7);
            double up = high + between(0.12, 0.75);
            Pattern leaf = new Pattern(Pattern.Kind.NOISE, green.varied(random, 0.4), green.times(0.55), 0.05, salt());
            shapes.add(new Ellipsoid(
                    out * StrictMath.cos(angle),
                    up,
                    out * StrictMath.sin(angle),
                    between(0.1, 0.18),
                    between(0.08, 0.2),
                    between(0.1, 0.18),
                    leaf));
        }
        return Furnishing.of(RoomClass.PLANT, shapes);
    }

    private static void legs(List<Shape> shapes, double w, double d, double top, double half, Pattern pattern) {
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? -w : w;
            double z = (corner & 2) == 0 ? -d : d;
            shapes.add(new Box(x - half, 0, z - half, x + half, top, z + half, pattern));
        }
    }

    private Pattern cloth() {
        return Pattern.grained(pick(FABRICS), between(0.03, 0.1), salt());
    }

    private Pattern wooden(double light) {
        Colour colour = wood.times(light).varied(random, 0.12);
        return new Pattern(Pattern.Kind.NOISE, colour, colour.times(0.8), 0.12, salt());
    }

    private Colour pick(int[] palette) {
        return Colour.of(palette[random.nextInt(palette.length)]).varied(random, 0.2);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private int salt() {
        return random.nextInt();
    }
}
