package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.data.rooms.RenderedRoom;
import app.tandem.data.rooms.RoomClass;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsGeneratorTest {
    private static final Path SHIPPED = Path.of("sample-data", "rooms");
    private static final long SHIPPED_SEED = 2020;

    @TempDir
    private Path folder;

    @Test
    void theShippedRoomsAreWhatTheirCommandMakes() throws IOException {
        Path made = folder.resolve("rooms");
        new RoomsGenerator(SHIPPED_SEED, 64).write(made, 12, Progress.NONE);

        for (Path file : files(made)) {
            Path shipped = SHIPPED.resolve(made.relativize(file));
            assertThat(pixels(shipped)).as(shipped.toString()).isEqualTo(pixels(file));
        }
    }

    @Test
    void aLateImageOfTheShippedRoomsIsWhatTheGeneratorMakes() throws IOException {
        RenderedRoom room = new RoomsGenerator(SHIPPED_SEED, 64).image(599);
        Path shipped = SHIPPED.resolve("rgb/" + RoomsGenerator.building(599) + "/point_19_view_0_domain_rgb.png");

        assertThat(pixels(shipped))
                .isEqualTo(PngReader.read(new PngWriter().rgb8(room.rgb(), 64, 64))
                        .values()
                        .values());
    }

    @Test
    void anImageDependsOnSeedAndNumberAlone() {
        RoomsGenerator generator = new RoomsGenerator(3, 32);
        generator.image(5);
        byte[] afterAnother = generator.image(17).rgb();

        assertThat(new RoomsGenerator(3, 32).image(17).rgb()).isEqualTo(afterAnother);
        assertThat(new RoomsGenerator(4, 32).image(17).rgb()).isNotEqualTo(afterAnother);
    }

    @Test
    void everyClassIsSeenInAHundredRooms() {
        RoomsGenerator generator = new RoomsGenerator(1, 48);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            for (byte label : generator.image(i).semantic()) {
                seen.add((int) label);
            }
        }

        for (RoomClass each : RoomClass.values()) {
            if (each != RoomClass.UNCERTAIN) {
                assertThat(seen).as(each.name()).contains(each.label());
            }
        }
    }

    @Test
    void depthAndNormalsAreThoseOfTheSameSurface() {
        RenderedRoom room = new RoomsGenerator(11, 64).image(2);
        short[] depth = room.depth();
        byte[] normal = room.normal();
        for (int p = 0; p < depth.length; p++) {
            boolean missing = (depth[p] & 0xffff) == RenderedRoom.MISSING_DEPTH;
            double x = ((normal[3 * p] & 255) - 127) / 127.0;
            double y = ((normal[3 * p + 1] & 255) - 127) / 127.0;
            double z = ((normal[3 * p + 2] & 255) - 127) / 127.0;
            double length = Math.sqrt(x * x + y * y + z * z);
            if (missing) {
                assertThat(length).isZero();
            } else {
                assertThat(length).isBetween(0.98, 1.02);
                assertThat((depth[p] & 0xffff) / RenderedRoom.DEPTH_UNITS_PER_METRE)
                        .isBetween(0.05, 9.0);
            }
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "precious");

        assertThatThrownBy(() -> new RoomsGenerator(1, 16).write(folder, 6, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("not empty");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(mine);
        }
    }

    @Test
    void whatIsNotFinishedIsNoDatasetAndLeavesNothing() {
        Path made = folder.resolve("rooms");
        RoomsGenerator generator = new RoomsGenerator(1, 16);

        assertThatThrownBy(() -> generator.write(made, 6, (done, total) -> {
                    if (done == 5) {
                        assertThatThrownBy(() -> new TaskonomyFolder(made).tasks())
                                .hasMessageContaining("No images were found");
                        throw new IllegalStateException("stopped");
                    }
                }))
                .hasMessage("stopped");
        assertThat(folder).isEmptyDirectory();

        generator.write(made, 6, Progress.NONE);
        assertThat(new TaskonomyFolder(made).tasks()).hasSize(5);
        assertThat(made.resolve(UnfinishedFolder.NAME)).doesNotExist();
    }

    @Test
    void whatAKilledGeneratorLeftIsClearedAway() throws IOException {
        Path stale = folder.resolve(UnfinishedFolder.NAME).resolve("rgb/house099/point_0_view_0_domain_rgb.png");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "half");

        new RoomsGenerator(1, 16).write(folder, 6, Progress.NONE);

        assertThat(folder.resolve("rgb/house099")).doesNotExist();
        assertThat(files(folder)).hasSize(6 * 6);
    }

    @Test
    void twoGeneratorsDoNotShareAFolder() {
        RoomsGenerator generator = new RoomsGenerator(1, 16);

        generator.write(folder.resolve("rooms"), 6, (done, total) -> assertThatThrownBy(
                        () -> generator.write(folder.resolve("rooms"), 6, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("being made"));

        assertThat(new TaskonomyFolder(folder.resolve("rooms")).tasks()).hasSize(5);
    }

    @Test
    void sizesAndCountsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new RoomsGenerator(1, 8)).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> new RoomsGenerator(1, 16).write(folder, 5, Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("at least 6");
    }

    private static float[] pixels(Path file) throws IOException {
        return PngReader.read(Files.readAllBytes(file)).values().values();
    }

    private static Iterable<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }
}
