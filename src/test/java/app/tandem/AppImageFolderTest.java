package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.LauncherProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaging script does to the folder it is given, with a jpackage that writes only what tells an image. */
@EnabledOnOs(OS.LINUX)
class AppImageFolderTest {

    private static final String JPACKAGE =
            """
            #!/bin/sh
            while [ "$1" != --dest ]; do shift; done
            mkdir -p "$2/tandem/bin" "$2/tandem/lib/app"
            echo app.mainclass=app.tandem.Tandem > "$2/tandem/lib/app/tandem.cfg"
            echo new > "$2/tandem/bin/tandem"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LauncherProject project;

    @SuppressWarnings("NullAway.Init")
    private Path output;

    @BeforeEach
    void layOut() throws IOException {
        project = new LauncherProject(folder);
        project.script("jdk/bin/jpackage", JPACKAGE);
        project.script("bin/objcopy", "#!/bin/sh\n");
        project.script("bin/mvn", LauncherProject.BUILDS + "touch \"$PROJECT/target/lib/a.jar\"\n");
        LauncherProject.write(project.file("sample-data/rooms/README"), "rooms");
        output = folder.resolve("my programs");
    }

    @Test
    void whatElseIsInTheFolderStaysAndAnEarlierImageIsReplaced() throws IOException {
        LauncherProject.write(output.resolve("mine.txt"), "mine");

        assertThat(image().code()).isZero();
        LauncherProject.write(output.resolve("tandem/bin/tandem"), "old");
        LauncherProject.write(output.resolve("tandem/bin/left"), "old");
        Ended again = image();

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(output.resolve("tandem/bin/tandem") + "\n");
        assertThat(output.resolve("mine.txt")).hasContent("mine");
        assertThat(output.resolve("tandem/bin/tandem")).hasContent("new");
        assertThat(output.resolve("tandem/bin/left")).doesNotExist();
    }

    @Test
    void somethingElseOfThatNameIsRefusedAndLeftAlone() throws IOException {
        LauncherProject.write(output.resolve("tandem/thesis.tex"), "mine");

        Ended refused = image();

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("no app image of Tandem", "name another folder");
        assertThat(output.resolve("tandem/thesis.tex")).hasContent("mine");
        assertThat(project.file("target")).as("refused before the build").doesNotExist();
    }

    @Test
    void aJpackageThatFailsLeavesTheEarlierImage() throws IOException {
        image();
        LauncherProject.write(output.resolve("tandem/bin/tandem"), "old");
        project.script("jdk/bin/jpackage", "#!/bin/sh\nexit 1\n");

        assertThat(image().code()).isNotZero();
        assertThat(Files.readString(output.resolve("tandem/bin/tandem"))).isEqualTo("old");
    }

    private Ended image() {
        return LauncherProject.end(
                project.start(Map.of(), List.of(), project.file("packaging/app-image.sh"), output.toString()));
    }
}
