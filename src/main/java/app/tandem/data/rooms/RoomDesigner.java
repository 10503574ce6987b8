package app.tandem.data.rooms;

import app.tandem.data.rooms.Pattern.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Designs a furnished room, and a view of it, from random numbers alone. Lengths are metres. */
final class RoomDesigner {
    private static final int[] ART = {0xd1495b, 0x2e6f95, 0xedae49, 0x3f784c, 0x6a4c93, 0xf2efe6, 0x262a33};
    private static final int[] RUGS = {0x8f3b3b, 0x35577a, 0x566b4a, 0xb08a4f, 0x5e4b6b, 0x9aa0a3};
    private static final int[] SKIES = {0x6fa8dc, 0x8fc1e8, 0xa9c4d6, 0x5b93c9};
    private static final int[] LAWNS = {0x5f8a3f, 0x7c9a55, 0x8a8f5a, 0x54774a};
    private static final int TRIES = 12;

    private final SplittableRandom random;
    private final BuildingStyle style;
    private final Furniture furniture;
    private final List<WallPanel> panels = new ArrayList<>();
    private final List<Furnishing> placed = new ArrayList<>();
    private final double width;
    private final double depth;

    RoomDesigner(SplittableRandom random, BuildingStyle style) {
        this.random = random;
        this.style = style;
        this.furniture = new Furniture(random, style.wood(), style.paint());
        this.width = between(3.2, 5.6);
        this.depth = between(3.6, 6.4);
    }

    Room room() {
        Colour wallColour =
                style.walls().get(random.nextInt(style.walls().size())).varied(random, 0.12);
        List<Pattern> walls = new ArrayList<>();
        Pattern common = style.wall(random, wallColour);
        boolean accent = random.nextInt(3) == 0;
        int accented = random.nextInt(4);
        for (int face = 0; face < 4; face++) {
            walls.add(accent && face == accented ? style.wall(random, wallColour.times(0.75)) : common);
        }
        hang(RoomClass.DOOR, 1 + random.nextInt(2));
        hang(RoomClass.WINDOW, 1 + random.nextInt(2));
        furnish();
        hang(RoomClass.PICTURE, 1 + random.nextInt(4));
        Pattern floor = style.floors().get(random.nextInt(style.floors().size()));
        Pattern ceiling = Pattern.grained(Colour.of(0xf1efe9).times(between(0.88, 1)), 0.7, random.nextInt());
        Colour light = Colour.of(random.nextBoolean() ? 0xfff1dc : 0xf4f6ff);
        return new Room(
                new Shell(width, style.height(), depth, walls, floor, ceiling, style.trim(), List.copyOf(panels)),
                List.copyOf(placed),
                width * between(0.25, 0.75),
                style.height() - 0.12,
                depth * between(0.25, 0.75),
                light,
                between(0.34, 0.5));
    }

    private void hang(RoomClass what, int count) {
        for (int i = 0; i < count; i++) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                WallPanel panel = panel(what, random.nextInt(4));
                if (panels.stream().noneMatch(panel::overlaps) && !hidden(panel)) {
                    panels.add(panel);
                    break;
                }
            }
        }
    }

    private WallPanel panel(RoomClass what, int face) {
        double length = face < 2 ? depth : width;
        double w = what == RoomClass.DOOR ? between(0.8, 0.95) : between(0.45, what == RoomClass.WINDOW ? 1.9 : 1.1);
        w = what == RoomClass.WINDOW ? Math.max(w, 0.8) : w;
        double low =
                switch (what) {
                    case DOOR -> 0;
                    case WINDOW -> between(0.8, 1.0);
                    default -> between(1.15, 1.45);
                };
        double high =
                switch (what) {
                    case DOOR -> between(1.95, 2.1);
                    case WINDOW -> between(1.85, 2.2);
                    default -> low + between(0.4, 0.75);
                };
        double u = between(0.15, Math.max(0.16, length - w - 0.15));
        Pattern inside =
                switch (what) {
                    case DOOR -> Pattern.grained(style.door(), 0.3, random.nextInt());
                    case WINDOW -> new Pattern(Kind.PLAIN, pick(SKIES), pick(LAWNS), 1, random.nextInt(1 << 20));
                    default -> art();
                };
        Colour frame =
                what == RoomClass.PICTURE ? pick(new int[] {0x2a2522, 0xb08d4a, 0xf4f2ec, 0x6d4a2f}) : style.trim();
        double border = what == RoomClass.PICTURE ? 0.04 : 0.07;
        return new WallPanel(what, face, u, low, u + w, Math.min(high, style.height() - 0.12), border, frame, inside);
    }

    private Pattern art() {
        Kind kind = new Kind[] {Kind.NOISE, Kind.CHECKER, Kind.STRIPES, Kind.NOISE}[random.nextInt(4)];
        return new Pattern(kind, pick(ART), pick(ART), between(0.1, 0.3), random.nextInt());
    }

    private boolean hidden(WallPanel panel) {
        if (panel.what() == RoomClass.DOOR || panel.what() == RoomClass.WINDOW) {
            return false;
        }
        for (Furnishing thing : placed) {
            double[] b = thing.bounds();
            boolean near =
                    switch (panel.face()) {
                        case 0 -> b[0] < 0.3 && b[2] < panel.u1() && panel.u0() < b[5];
                        case 1 -> b[3] > width - 0.3 && b[2] < panel.u1() && panel.u0() < b[5];
                        case 2 -> b[2] < 0.3 && b[0] < panel.u1() && panel.u0() < b[3];
                        default -> b[5] > depth - 0.3 && b[0] < panel.u1() && panel.u0() < b[3];
                    };
            if (near && b[4] > panel.v0() + 0.1) {
                return true;
            }
        }
        return false;
    }

    private void furnish() {
        boolean bedroom = random.nextInt(5) < 2;
        againstWall(bedroom ? furniture.bed() : furniture.sofa());
        if (random.nextInt(3) == 0) {
            againstWall(bedroom ? furniture.sofa() : furniture.bed());
        }
        againstWall(furniture.cabinet());
        if (random.nextInt(4) < 3) {
            dine();
        }
        if (random.nextBoolean()) {
            againstWall(furniture.cabinet());
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            inCorner(random.nextBoolean() ? furniture.plant() : furniture.lamp());
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            anywhere(random.nextInt(3) < 2 ? furniture.ball() : furniture.chair());
        }
    }

    private void dine() {
        double x = between(width * 0.3, width * 0.7);
        double z = between(depth * 0.3, depth * 0.7);
        double yaw = random.nextBoolean() ? between(-0.15, 0.15) : Math.PI / 2 + between(-0.15, 0.15);
        Furnishing table = furniture.table();
        Furnishing stood = table.placed(x, 0, z, yaw);
        if (!free(stood, 0.05)) {
            return;
        }
        placed.add(stood);
        rug(stood);
        for (int side = 0; side < 4; side++) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            double angle = yaw + side * Math.PI / 2;
            double out = (side % 2 == 0 ? table.front() : table.halfWidth()) + between(0.28, 0.4);
            Furnishing chair = furniture
                    .chair()
                    .placed(
                            x + out * StrictMath.sin(angle),
                            0,
                            z + out * StrictMath.cos(angle),
                            angle + Math.PI + between(-0.2, 0.2));
            if (free(chair, 0.02)) {
                placed.add(chair);
            }
        }
        if (random.nextInt(3) == 0) {
            placed.add(furniture.ball().placed(x, table.height(), z, 0));
        }
    }

    private void rug(Furnishing around) {
        if (random.nextInt(3) == 0) {
            return;
        }
        double[] b = around.bounds();
        double margin = between(0.3, 0.7);
        Colour colour = pick(RUGS);
        Kind kind = random.nextBoolean() ? Kind.STRIPES : Kind.NOISE;
        panels.add(new WallPanel(
                RoomClass.RUG,
                Shell.FLOOR,
                Math.max(0.1, b[0] - margin),
                Math.max(0.1, b[2] - margin),
                Math.min(width - 0.1, b[3] + margin),
                Math.min(depth - 0.1, b[5] + margin),
                0.12,
                colour.times(0.7),
                new Pattern(kind, colour, pick(RUGS), between(0.15, 0.35), random.nextInt())));
    }

    private void againstWall(Furnishing thing) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int face = random.nextInt(4);
            double half = thing.halfWidth() + 0.05;
            double along = between(half, Math.max(half, (face < 2 ? depth : width) - half));
            double off = thing.back() + 0.01;
            Furnishing stood =
                    switch (face) {
                        case 0 -> thing.placed(off, 0, along, Math.PI / 2);
                        case 1 -> thing.placed(width - off, 0, along, -Math.PI / 2);
                        case 2 -> thing.placed(along, 0, off, 0);
                        default -> thing.placed(along, 0, depth - off, Math.PI);
                    };
            if (free(stood, 0.05) && !coversDoor(stood)) {
                placed.add(stood);
                return;
            }
        }
    }

    private void inCorner(Furnishing thing) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double inset = 0.35;
            double x = random.nextBoolean() ? inset : width - inset;
            double z = random.nextBoolean() ? inset : depth - inset;
            Furnishing stood = thing.placed(x, 0, z, between(0, 6));
            if (free(stood, 0.02)) {
                placed.add(stood);
                return;
            }
        }
        anywhere(thing);
    }

    private void anywhere(Furnishing thing) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Furnishing stood = thing.placed(between(0.4, width - 0.4), 0, between(0.4, depth - 0.4), between(0, 6));
            if (free(stood, 0.05)) {
                placed.add(stood);
                return;
            }
        }
    }

    private boolean free(Furnishing thing, double margin) {
        double[] a = thing.bounds();
        if (a[0] < 0 || a[2] < 0 || a[3] > width || a[5] > depth) {
            return false;
        }
        for (Furnishing other : placed) {
            double[] b = other.bounds();
            if (a[0] < b[3] + margin && b[0] < a[3] + margin && a[2] < b[5] + margin && b[2] < a[5] + margin) {
                return false;
            }
        }
        return true;
    }

    private boolean coversDoor(Furnishing thing) {
        double[] b = thing.bounds();
        for (WallPanel panel : panels) {
            boolean door = panel.what() == RoomClass.DOOR || (panel.what() == RoomClass.WINDOW && b[4] > 1.1);
            boolean same =
                    switch (panel.face()) {
                        case 0 -> b[0] < 0.8 && b[2] < panel.u1() && panel.u0() < b[5];
                        case 1 -> b[3] > width - 0.8 && b[2] < panel.u1() && panel.u0() < b[5];
                        case 2 -> b[2] < 0.8 && b[0] < panel.u1() && panel.u0() < b[3];
                        case 3 -> b[5] > depth - 0.8 && b[0] < panel.u1() && panel.u0() < b[3];
                        default -> false;
                    };
            if (door && same) {
                return true;
            }
        }
        return false;
    }

    private Colour pick(int[] palette) {
        return BuildingStyle.pick(random, palette);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
