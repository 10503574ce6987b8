package app.tandem.data;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of images and of their labels, named as MNIST and its relatives name them: {@code *-images-idx3-ubyte[.gz]}
 * and {@code *-labels-idx1-ubyte[.gz]}.
 */
record IdxPair(Path images, Path labels) {

    private static final Pattern NAME = Pattern.compile("(.*)(images[-.]idx3|labels[-.]idx1)-ubyte(\\.gz)?");

    /** Whether a path is a file of such a pair, or a folder with one in it. */
    static boolean isAt(Path place) {
        return Files.isDirectory(place) ? !files(place).isEmpty() : isName(place);
    }

    private static boolean isName(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * The first pair of a folder by its name, or the pair that a file belongs to.
     *
     * @throws UserException if there is none
     */
    static IdxPair at(Path place) {
        if (Files.isDirectory(place)) {
            Path images = first(place, IdxPair::isImages, "*images-idx3-ubyte");
            String prefix = matched(images).group(1);
            Optional<Path> labels = files(place).stream()
                    .filter(file -> !isImages(matched(file)))
                    .filter(file -> matched(file).group(1).equals(prefix))
                    .findFirst();
            return new IdxPair(
                    images, labels.orElseGet(() -> first(place, name -> !isImages(name), "*labels-idx1-ubyte")));
        }
        Matcher name = matched(place);
        String prefix = name.group(1);
        Path folder = place.toAbsolutePath().resolveSibling("");
        Predicate<Matcher> same = other -> other.group(1).equals(prefix);
        return isImages(name)
                ? new IdxPair(place, first(folder, same.and(other -> !isImages(other)), prefix + "labels-idx1-ubyte"))
                : new IdxPair(first(folder, same.and(IdxPair::isImages), prefix + "images-idx3-ubyte"), place);
    }

    private static Path first(Path folder, Predicate<Matcher> wanted, String described) {
        return files(folder).stream()
                .filter(file -> wanted.test(matched(file)))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "No file of the name " + described + "[.gz] was found",
                        folder.toString(),
                        "Put an IDX pair of images and labels there"));
    }

    private static boolean isImages(Matcher name) {
        return name.group(2).startsWith("images");
    }

    private static Matcher matched(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new UserException(
                    "The file is not of an IDX pair", file.toString(), "Give a file *-images-idx3-ubyte[.gz]");
        }
        return name;
    }

    /** In the order of their names. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(IdxPair::isName).sorted().toList();
        } catch (IOException e) {
            throw new UserException(
                    "The folder cannot be listed", folder.toString(), "Check that it is there and may be read", e);
        }
    }
}
