package app.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.cli.CommandLineRunner.Ended;
import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import app.tandem.data.SmallPairs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One clear message, a non-zero exit code, and nothing half-written. */
class BadInputTest {

    private static final String HEADER = "setting,tasks,encoder,split,task,loss\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLineRunner tandem;

    @BeforeEach
    void start() {
        tandem = new CommandLineRunner(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,a,1,val,a,much         | line 3 | ‘much’ is not a number",
                "s,a,1,val,a,NaN          | line 3 | ‘NaN’ is not a number",
                "s,a,1,val,b,0.5          | line 3 | has no task ‘b’",
                "s,a+a,1,val,a,0.5        | line 3 | named twice",
                "s,a,2,val,a,0.5          | line 3 | encoder of size 2",
                "s,a,half,val,a,0.5       | line 3 | ‘half’ is not a number",
                "s,a,1,dev,a,0.5          | line 3 | split ‘dev’",
                "s,a,1,val,a              | line 3 | 5 fields",
                "s,a,1,val,a,0.5          | line 3 | twice",
            })
    void aWrongLineOfALossFileIsNamed(String line, String place, String problem) {
        Ended ended = suggest(HEADER + "s,a,1,val,a,0.5\n" + line + "\n");

        refused(ended, place, problem);
    }

    @Test
    void aLossFileWithoutAColumnNamesIt() {
        refused(suggest("setting,tasks,split,task,loss\ns,a,val,a,0.5\n"), "line 1", "lacks encoder");
    }

    @Test
    void anEmptyLossFileIsRefused() {
        refused(suggest(""), "losses.csv", "no losses");
    }

    @Test
    void aMissingFileIsNamed() {
        refused(tandem.run("suggest", "nowhere.csv", "--budget", "1"), "nowhere.csv", "no such file");
    }

    @Test
    void aNegativeBudgetIsRefused() {
        write("losses.csv", HEADER + "s,a,1,val,a,0.5\n");

        refused(tandem.run("suggest", "losses.csv", "--budget", "-1"), "-1", "negative");
    }

    @Test
    void aWordForABudgetIsRefused() {
        write("losses.csv", HEADER + "s,a,1,val,a,0.5\n");

        refused(tandem.run("suggest", "losses.csv", "--budget", "lots"), "lots", "not a number");
    }

    @Test
    void anUnknownCommandIsAnErrorOfUsage() {
        Ended ended = tandem.run("sugest");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .startsWith("tandem: ‘sugest’ is not known here. Did you mean ‘suggest’?")
                .contains("--help")
                .containsOnlyOnce("\n");
    }

    @Test
    void anEmptyFolderIsNoDataset() throws IOException {
        Files.createDirectories(folder.resolve("images"));

        refusedToMake(tandem.run("new", "images", "-o", "s"), "images", "No images");
    }

    @Test
    void anIdxFileMakesAStudy() throws IOException {
        Path images = SmallPairs.write(folder.resolve("digits"), "train-", 40);

        Ended made = tandem.run("new", images.toString(), "-o", "s", "--tasks", "left_class,edges");

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("Tasks: left_class, edges").contains("5 networks");
    }

    @Test
    void anUnknownTaskIsNamedWithThoseThereAre() {
        rooms();

        refusedToMake(tandem.run("new", "rooms-small", "-o", "s", "--tasks", "depth"), "‘depth’", "depth_zbuffer");
    }

    @Test
    void anEncoderSizeThatCannotBeBuiltIsRefusedBeforeAStudyIsMade() {
        rooms();

        refusedToMake(tandem.run("new", "rooms-small", "-o", "s", "--alone", "1/500"), "1/500");
        refusedToMake(tandem.run("new", "rooms-small", "-o", "s", "--sizes", "tiny"), "‘tiny’");
    }

    @Test
    void aTaskFolderThatLacksAFileIsRefusedUnlessSuchImagesMayBeLeftOut() throws IOException {
        rooms();
        Path label = first("depth_zbuffer");
        Files.delete(label);

        refusedToMake(tandem.run("new", "rooms-small", "-o", "s"), "depth_zbuffer", "--skip-damaged");

        Ended allowed = tandem.run("new", "rooms-small", "-o", "s", "--skip-damaged");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.err()).contains("left out: ").contains("depth_zbuffer");
    }

    @Test
    void aDamagedPictureIsRefusedUnlessItMayBeLeftOut() throws IOException {
        rooms();
        Path picture = first("rgb");
        byte[] whole = Files.readAllBytes(picture);
        Files.write(picture, Arrays.copyOf(whole, whole.length / 2));

        refusedToMake(
                tandem.run("new", "rooms-small", "-o", "s"),
                picture.getFileName().toString(),
                "--skip-damaged");

        Ended allowed = tandem.run("new", "rooms-small", "-o", "s", "--skip-damaged");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.err()).contains(picture.getFileName().toString());
    }

    @Test
    void aFirstPictureThatIsNoPictureIsNamedAndNotTakenForTheSizeOfAll() throws IOException {
        rooms();
        Path picture = first("rgb");
        Files.writeString(picture, "no picture at all, however long it may be");

        refusedToMake(
                tandem.run("new", "rooms-small", "-o", "s"),
                picture.getFileName().toString(),
                "--skip-damaged");
        assertThat(tandem.run("new", "rooms-small", "-o", "s", "--skip-damaged").code())
                .isZero();
    }

    @Test
    void aPictureThatCannotBeReadIsNamed() throws IOException {
        rooms();
        Path picture = first("rgb");
        Files.delete(picture);
        Files.createSymbolicLink(picture, Path.of("nowhere.png"));

        refusedToMake(
                tandem.run("new", "rooms-small", "-o", "s"),
                picture.getFileName().toString(),
                "cannot be read");
    }

    @Test
    void aLabelOfAnotherSizeThanItsImageIsNamed() throws IOException {
        rooms();
        picture(first("depth_zbuffer"), 16, 3);

        refusedToMake(
                tandem.run("new", "rooms-small", "-o", "s"), "depth_zbuffer.png", "16×16 pixels, its image 32×32");
    }

    @Test
    void aLabelOutsideItsRangeIsNamedWithTheRange() throws IOException {
        rooms();
        picture(first("segment_semantic"), 32, 200);

        refusedToMake(tandem.run("new", "rooms-small", "-o", "s"), "segmentsemantic.png", "label 200", "0 to 17");
    }

    @Test
    void aTaskFolderWithoutAnyLabelIsRefusedUnlessTheTaskIsLeftOut() throws IOException {
        rooms();
        try (Stream<Path> files = Files.walk(folder.resolve("rooms-small/normal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        refusedToMake(tandem.run("new", "rooms-small", "-o", "s"), "‘normal’", "without any label", "--tasks");
        assertThat(tandem.run("new", "rooms-small", "-o", "s", "--tasks", "depth_zbuffer,edge_texture")
                        .code())
                .isZero();
    }

    @Test
    void aFolderThatIsNamedLikeASampleIsNotTakenForItInSilence() throws IOException {
        new RoomsGenerator(7, 32).write(folder.resolve("rooms"), 12, Progress.NONE);

        assertThat(tandem.run("new", "rooms", "-o", "s").err()).contains("is the sample", "./rooms");
        assertThat(tandem.run("new", "./rooms", "-o", "t").err())
                .contains("checking images: 12")
                .doesNotContain("is the sample");
    }

    @Test
    void aLanguageThatIsNotSpokenIsAnErrorOfUsage() {
        rooms();
        tandem.run("new", "rooms-small", "-o", "s");

        Ended ended = tandem.run("report", "s", "--language", "fr");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("EN, KO", "‘tandem report --help’");
        assertThat(names()).doesNotContain("s-report");
    }

    @Test
    void aReportThatCannotBeChosenIsRefusedBeforeAnythingIsWritten() {
        rooms();
        tandem.run("new", "rooms-small", "-o", "s");

        refused(tandem.run("report", "s", "--only", "curve"), "‘curve’", "budget-curve");
        refused(tandem.run("report", "s", "--format", "bmp"), "‘bmp’", "svg");
        refused(tandem.run("report", "s", "--only", "loss-table", "--format", "pdf"), "loss-table", "tex");
        refused(tandem.run("report", "s", "--preset", "poster"), "‘poster’", "slide");
        refused(tandem.run("report", "s", "--font-size", "2"), "2.0 pt", "4 to 48");
        refused(tandem.run("report", "s", "--setting", "none"), "‘none’");
        assertThat(names()).doesNotContain("s-report");

        Ended ended = tandem.run("report", "s", "--only", "figures", "--format", "pdf", "--preset", "single");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("s-report"))
                .isDirectoryContaining("glob:**/grouping.pdf")
                .isDirectoryNotContaining("glob:**/*.{csv,svg}");
    }

    @Test
    void aStudyWhoseImagesWereMovedSaysHowToPointItToTheirNewPlace() throws IOException {
        rooms();
        tandem.run("new", "rooms-small", "-o", "s");
        Files.move(folder.resolve("rooms-small"), folder.resolve("moved"));

        refused(tandem.run("train", "s"), "rooms-small", "tandem edit STUDY dataset PATH");
    }

    @Test
    void aStudyThatIsSomethingElseIsRefusedAndLeftAlone() throws IOException {
        write("other.tandem", "not a study");

        refused(tandem.run("train", "other.tandem"), "other.tandem", "study");

        assertThat(folder.resolve("other.tandem")).hasContent("not a study");
        assertThat(names()).doesNotContain("other.runs");
    }

    @Test
    void aFolderInUseIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        write("full/mine.txt", "mine");

        refused(tandem.run("generate", "rooms", "--count", "6", "-o", "full"), "full", "not empty");

        assertThat(folder.resolve("full/mine.txt")).hasContent("mine");
    }

    private Ended suggest(String content) {
        write("losses.csv", content);
        return tandem.run("suggest", "losses.csv", "--budget", "1");
    }

    private static void refused(Ended ended, String... told) {
        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("tandem: ").containsOnlyOnce("\n").contains(told);
    }

    private void refusedToMake(Ended ended, String... told) {
        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.err()).contains("tandem: ").contains(told).doesNotContain("Exception");
        assertThat(names()).noneMatch(name -> name.startsWith("s."));
    }

    private void rooms() {
        new RoomsGenerator(7, 32).write(folder.resolve("rooms-small"), 12, Progress.NONE);
    }

    private static void picture(Path file, int side, int value) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int pixel = 0; pixel < side * side; pixel++) {
            image.getRaster().setSample(pixel % side, pixel / side, 0, value);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private Path first(String domain) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("rooms-small").resolve(domain))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
