package app.tandem.data.rooms;

import java.util.SplittableRandom;

/** Gives the image of a room by its numbers: the same seed, building and image, the same pixels, on any machine. */
public final class RoomPhotographer {
    private static final long BUILDINGS = 1;
    private static final long IMAGES = 2;

    private RoomPhotographer() {}

    /**
     * Renders one image; the materials depend on (seed, building), everything else on (seed, image).
     *
     * @param size width and height in pixels
     */
    public static RenderedRoom photograph(long seed, int building, int image, int size) {
        SplittableRandom random = stream(seed, IMAGES, image);
        Room room = new RoomDesigner(random, style(seed, building)).room();
        return new RayCaster(room, Viewpoints.choose(random, room), size).render();
    }

    /** What a building is made of. */
    static BuildingStyle style(long seed, int building) {
        return BuildingStyle.of(stream(seed, BUILDINGS, building));
    }

    /**
     * A stream for one building or image. Its state is hashed twice: seeds that differ by a multiple of the generator's
     * own step would give the same stream, shifted.
     */
    private static SplittableRandom stream(long seed, long purpose, long index) {
        return new SplittableRandom(mixed(mixed(seed + purpose) + index));
    }

    /** The finaliser of MurmurHash3 for 64 bits (A. Appleby, public domain): every input bit changes half the output. */
    private static long mixed(long bits) {
        long z = bits;
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }
}
