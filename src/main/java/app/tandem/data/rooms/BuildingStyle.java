package app.tandem.data.rooms;

import app.tandem.data.rooms.Pattern.Kind;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the rooms of one building have in common: materials and proportions.
 *
 * @param walls the wall colours its rooms choose from
 * @param floors the floors its rooms choose from
 * @param wood the colour of its furniture's wood
 * @param paint the colour of its cabinets
 * @param door the colour of its doors
 * @param trim the colour of skirtings and window frames
 * @param height the height of its rooms in metres
 */
record BuildingStyle(
        List<Colour> walls, List<Pattern> floors, Colour wood, Colour paint, Colour door, Colour trim, double height) {
    private static final int[] WALLS = {
        0xd9d4c7, 0xc8d3dc, 0xdccfc0, 0xc9d6c3, 0xe2ddd6, 0xcfc4d6, 0xb9c7cf, 0xd8c2b0, 0xbfcbb4, 0xe6dcc0
    };
    private static final int[] WOODS = {0xa87446, 0x7a5233, 0xc79a63, 0x5d4030, 0xb98b5e, 0xd2b48c};
    private static final int[] STONES = {0xb9b4aa, 0x9a8f83, 0xc9c0b0, 0x8b8f92};
    private static final int[] PAINTS = {0xdfe3e0, 0x6d8791, 0x8c9a7a, 0xb7a58c, 0x4d5a68};
    private static final int[] DOORS = {0x8a5a34, 0x6e4a30, 0xefece4, 0x9c6b42, 0x5f7480};

    static BuildingStyle of(SplittableRandom random) {
        Colour wood = pick(random, WOODS);
        List<Colour> walls = List.of(pick(random, WALLS), pick(random, WALLS), pick(random, WALLS));
        List<Pattern> floors = List.of(floor(random), floor(random));
        Colour trim = Colour.of(0xf3f1ea).times(0.8 + 0.2 * random.nextDouble());
        double height = 2.4 + 0.7 * random.nextDouble();
        return new BuildingStyle(walls, floors, wood, pick(random, PAINTS), pick(random, DOORS), trim, height);
    }

    private static Pattern floor(SplittableRandom random) {
        int salt = random.nextInt();
        Colour board = pick(random, WOODS).times(0.85);
        Colour stone = pick(random, STONES);
        return switch (random.nextInt(4)) {
            case 0 -> new Pattern(Kind.CHECKER, board, board.times(0.72), 0.35 + 0.25 * random.nextDouble(), salt);
            case 1 -> new Pattern(Kind.PLANKS, board, board.times(0.6), 0.16 + 0.1 * random.nextDouble(), salt);
            case 2 -> new Pattern(Kind.TILES, stone, stone.times(0.68), 0.35 + 0.25 * random.nextDouble(), salt);
            default -> Pattern.grained(board.towards(stone, 0.6), 0.09, salt);
        };
    }

    /** A wall of this building: plain plaster, or wallpaper, or bricks. */
    Pattern wall(SplittableRandom random, Colour colour) {
        int salt = random.nextInt();
        return switch (random.nextInt(8)) {
            case 0 -> new Pattern(Kind.STRIPES, colour, colour.times(0.9), 0.14 + 0.2 * random.nextDouble(), salt);
            case 1 ->
                new Pattern(Kind.BRICKS, Colour.of(0xa8664c).varied(random, 0.3), Colour.of(0xcfc7bb), 0.34, salt);
            default -> new Pattern(Kind.NOISE, colour, colour.times(0.95), 0.5, salt);
        };
    }

    static Colour pick(SplittableRandom random, int[] palette) {
        return Colour.of(palette[random.nextInt(palette.length)]).varied(random, 0.2);
    }
}
