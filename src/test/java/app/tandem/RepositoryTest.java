package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every file of the project. */
class RepositoryTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "tandem-demo", ".idea", ".vscode", ".settings", ".jqwik-database");

    private static final Pattern REGISTRY =
            Pattern.compile("https?://(repo1?|registry|packages?|mirrors?|artifactory|nexus|deb|pypi)\\.[a-z]");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** What only this machine has: the project's own place, and its user's. */
    private static final List<String> LOCAL = List.of(ROOT + "/", System.getProperty("user.home") + "/");

    @Test
    void noFileNamesARegistryOrAFolderOfOneMachine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            if (Files.size(file) < 1_000_000 && !file.endsWith("RepositoryTest.java")) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.indexOf('\0') < 0 && isLocal(text)) {
                    found.add(ROOT.relativize(file).toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isLocal(String text) {
        return REGISTRY.matcher(text).find() || LOCAL.stream().anyMatch(text::contains);
    }

    @Test
    void everyLinkAndPictureOfThePagesIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        int looked = 0;
        for (Path page : files()) {
            if (!page.toString().endsWith(".md")) {
                continue;
            }
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (target.matches("[a-z]+:.*")) {
                    continue;
                }
                looked++;
                String file = target.replaceFirst("#.*", "");
                if (!file.isEmpty() && !Files.exists(page.resolveSibling(file))) {
                    broken.add(ROOT.relativize(page) + " → " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(looked).as("links that were looked at").isGreaterThan(5);
    }

    @Test
    void englishAndKoreanHaveTheSameKeys() throws IOException {
        List<Path> bundles = files().stream()
                .filter(file -> file.startsWith(ROOT.resolve("src/main/resources")))
                .filter(file -> file.toString().endsWith("_ko.properties"))
                .toList();
        assertThat(bundles).isNotEmpty();
        for (Path korean : bundles) {
            String name = korean.getFileName().toString();
            Path english = korean.resolveSibling(name.replace("_ko.properties", ".properties"));
            assertThat(keys(korean)).as(name).isEqualTo(keys(english));
        }
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        collect(ROOT, files);
        return files;
    }

    private static void collect(Path folder, List<Path> files) {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.sorted().toList()) {
                if (NOT_OURS.contains(path.getFileName().toString())) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    collect(path, files);
                } else if (Files.isRegularFile(path)) {
                    files.add(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
