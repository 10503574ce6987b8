package app.tandem.data.rooms;

import java.util.SplittableRandom;

/** Gives the image of a room by its numbers: the same seed, building and image, the same pixels, on any machine. */
public final class RoomPhotographer {
    private static final long BUILDINGS = 0x9e3779b97f4a7c15L;
    private static final long IMAGES = 0xd1b54a32d192ed03L;

    private RoomPhotographer() {}

    /**
     * Renders one image; the materials depend on (seed, building), everything else on (seed, image).
     *
     * @param size width and height in pixels
     */
    public static RenderedRoom photograph(long seed, int building, int image, int size) {
        BuildingStyle style = BuildingStyle.of(new SplittableRandom(seed + BUILDINGS * (building + 1)));
        SplittableRandom random = new SplittableRandom(seed + IMAGES * (image + 1));
        Room room = new RoomDesigner(random, style).room();
        return new RayCaster(room, Viewpoints.choose(random, room), size).render();
    }
}
