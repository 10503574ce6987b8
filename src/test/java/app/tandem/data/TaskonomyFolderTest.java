package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.study.DatasetReference;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskonomyFolderTest {
    @TempDir
    private Path temporary;

    private SmallDataset data;

    @BeforeEach
    void makeRooms() {
        data = SmallDataset.in(temporary.resolve("rooms"));
    }

    @Test
    void theTasksOfAFolderAreFound() {
        assertThat(new TaskonomyFolder(data.folder()).tasks())
                .extracting(Task::id)
                .containsExactly("segment_semantic", "depth_zbuffer", "normal", "keypoints2d", "edge_texture");
    }

    @Test
    void buildingsMayStandAboveTheDomains() throws IOException {
        String hash = data.prepare(temporary.resolve("cache")).hash();

        data.rearrange((domain, building, name) -> building + "/" + domain + "/" + name);

        assertThat(data.prepare(temporary.resolve("cache")).hash()).isEqualTo(hash);
    }

    @Test
    void thereMayBeNoBuildings() throws IOException {
        Files.delete(data.folder().resolve("splits.csv"));
        data.rearrange((domain, building, name) ->
                domain + "/" + name.replaceFirst("point_", "point_" + Integer.parseInt(building.substring(5))));

        DatasetCheck check = data.check();

        assertThat(check.problems()).isEmpty();
        assertThat(check.usable())
                .containsEntry(Split.TRAIN, 8)
                .containsEntry(Split.VALIDATION, 2)
                .containsEntry(Split.TEST, 2);
    }

    @Test
    void officialSplitFilesEndTheirLinesWithCarriageReturns() throws IOException {
        Path splits = data.folder().resolve("splits.csv");
        String official = Files.readString(splits).replace('\n', '\r');
        Files.delete(splits);
        Files.writeString(data.folder().resolve("train_val_test_tiny.csv"), official);

        assertThat(data.check().usable())
                .containsEntry(Split.TRAIN, 8)
                .containsEntry(Split.VALIDATION, 2)
                .containsEntry(Split.TEST, 2);
    }

    @Test
    void aBuildingInTwoSplitsIsRefusedWithItsLine() throws IOException {
        Files.writeString(
                data.folder().resolve("splits.csv"), "id,train,val,test\r\nhouse000,1,0,0\r\nhouse001,1,1,0\r\n");

        assertThatThrownBy(data::check)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("splits.csv, line 3")
                .hasMessageContaining("house001");
    }

    @Test
    void aBuildingThatTheSplitFileDoesNotNameIsLeftOutAndReported() throws IOException {
        Files.writeString(data.folder().resolve("splits.csv"), "id,train,val,test\nhouse000,1,0,0\nhouse001,0,1,0\n");

        DatasetCheck check = data.check();

        assertThat(check.usable()).containsEntry(Split.TRAIN, 2).containsEntry(Split.TEST, 0);
        assertThat(check.skipped()).isEqualTo(8);
        assertThat(check.problems().get(0).toString()).contains("house002").contains("in no split");
    }

    @Test
    void anImageWithoutALabelIsLeftOutAndReported() throws IOException {
        Files.delete(data.file("normal"));
        Files.delete(data.file("keypoints2d"));

        DatasetCheck check = data.check();

        assertThat(check.skipped()).isEqualTo(1);
        assertThat(check.problems().get(0).toString()).contains("house000").contains("normal, keypoints2d");
        assertThat(data.prepare(temporary.resolve("cache")).count(Split.TRAIN)).isEqualTo(7);
    }

    @Test
    void damagedFilesAreLeftOutAndReported() throws IOException {
        Path cutOff = data.file("rgb");
        byte[] bytes = Files.readAllBytes(cutOff);
        Files.write(cutOff, Arrays.copyOf(bytes, bytes.length / 2));

        DatasetCache cache = data.prepare(temporary.resolve("cache"));

        assertThat(cache.count(Split.TRAIN)).isEqualTo(7);
        assertThat(cache.check().problems()).hasSize(1);
        assertThat(cache.check().problems().get(0).toString())
                .contains(cutOff.toString())
                .contains("cut off")
                .contains("Replace the file");
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(data.file("depth_zbuffer"));
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x20;
            assertThatThrownBy(() -> PngReader.read(flipped)).as("byte " + at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(data.file("normal"));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PngReader.read(cut)).as("length " + length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLabelOfAnotherSizeStopsWithItsName() throws IOException {
        Path label = data.file("normal");
        Files.write(label, new PngWriter().rgb8(new byte[32 * 32 * 3], 32, 32));

        assertThatThrownBy(() -> data.prepare(temporary.resolve("cache")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(label.toString())
                .hasMessageContaining("32×32")
                .hasMessageContaining("16×16");
        assertThat(data.check().problems()).hasSize(1);
    }

    @Test
    void aClassOutsideItsRangeStopsWithItsName() throws IOException {
        Path label = data.file("segment_semantic");
        byte[] classes = new byte[16 * 16];
        classes[7] = 99;
        Files.write(label, new PngWriter().grey8(classes, 16, 16));

        assertThatThrownBy(() -> data.prepare(temporary.resolve("cache")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(label.toString())
                .hasMessageContaining("99")
                .hasMessageContaining("0 to 15");
        assertThat(temporary.resolve("cache")).isDirectoryNotContaining("glob:**.{decoded,unfinished}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb", "depth_zbuffer", "normal", "keypoints2d"})
    void aPaletteIsRefusedWhereNumbersAreMeant(String domain) throws IOException {
        Path file = data.file(domain);
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_INDEXED), "png", file.toFile());

        assertThatThrownBy(() -> data.prepare(temporary.resolve("cache")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("has a palette");
    }

    @Test
    void classesMayHaveAPalette() throws IOException {
        ImageIO.write(
                new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_INDEXED),
                "png",
                data.file("segment_semantic").toFile());

        assertThat(data.check().problems()).isEmpty();
    }

    @Test
    void aSplitWithoutImagesIsSaidOfItsFolder() throws IOException {
        Files.writeString(data.folder().resolve("splits.csv"), "id,train,val,test\nhouse000,1,0,0\n");

        assertThatThrownBy(() -> data.prepare(temporary.resolve("cache")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(data.folder() + ": No usable image is left in the split ‘val’");
        assertThat(data.check().problems()).last().satisfies(problem -> assertThat(problem.file())
                .isEqualTo(data.folder().toString()));
    }

    @Test
    void imagesSmallerThanTheInputAreRefused() {
        assertThatThrownBy(() -> DatasetCache.prepare(
                        data.reference(), SmallDataset.tasks(), 32, temporary.resolve("cache"), Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("16×16")
                .hasMessageContaining("32");
    }

    @Test
    void anEmptyFolderIsRefused() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThatThrownBy(() -> new TaskonomyFolder(empty).tasks())
                .isInstanceOf(UserException.class)
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("No images");
        assertThatThrownBy(() -> DatasetCache.check(
                        new DatasetReference(
                                DatasetReference.TASKONOMY,
                                empty.resolve("nowhere").toString()),
                        SmallDataset.tasks(),
                        16,
                        Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aTaskFolderWithoutAnyLabelIsRefused() throws IOException {
        for (Path file : data.files()) {
            if (file.toString().contains("edge_texture")) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> data.prepare(temporary.resolve("cache")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("edge_texture")
                .hasMessageContaining("No labels");
    }

    @Test
    void thousandsOfDamagedImagesAreAllNamedAndDoNotHideThatNoneIsLeft() throws IOException {
        Path broken = temporary.resolve("broken");
        for (String domain : List.of("rgb", "depth_zbuffer")) {
            for (int building = 0; building < 6; building++) {
                Path into = Files.createDirectories(broken.resolve(domain).resolve("house" + building));
                for (int point = 0; point < 200; point++) {
                    Files.createFile(into.resolve("point_" + point + "_view_0_domain_" + domain + ".png"));
                }
            }
        }
        DatasetCheck check = DatasetCache.check(
                new DatasetReference(DatasetReference.TASKONOMY, broken.toString()),
                new TaskonomyFolder(broken).tasks(),
                SmallDataset.SIZE,
                Progress.NONE);
        assertThat(check.skipped()).isEqualTo(1200);
        assertThatThrownBy(check::requireUsable).isInstanceOf(UserException.class);
    }
}
