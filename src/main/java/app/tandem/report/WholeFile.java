package app.tandem.report;

import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes files whole or not at all: to a temporary file beside it, then moved into place. */
final class WholeFile {

    private static final System.Logger LOG = System.getLogger(WholeFile.class.getName());

    private WholeFile() {}

    /**
     * Writes the file, replacing what was there; its folder is made if it is missing.
     *
     * @throws UserException if it cannot be written; what was there is then unchanged
     */
    static void write(Path file, byte[] content) {
        writeAll(Map.of(file, content));
    }

    /**
     * Writes files, replacing what was there; their folders are made where they are missing. The first file is replaced
     * only when all of them are on the disk, so that a full disk leaves everything as it was.
     *
     * @throws UserException if they cannot be written
     */
    static void writeAll(Map<Path, byte[]> files) {
        assert Blocking.isAllowedHere() : "a file is written on the window's thread";
        Map<Path, Path> parts = new LinkedHashMap<>();
        Path at = Path.of("");
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                at = file.getKey();
                Path target = at.toAbsolutePath();
                Path folder = folderOf(target);
                Files.createDirectories(folder);
                Path part = folder.resolve(".tandem-" + UUID.randomUUID() + ".part");
                parts.put(part, target);
                Files.write(part, file.getValue());
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                at = part.getValue();
                move(part.getKey(), at);
            }
        } catch (IOException e) {
            throw new UserException(
                    "The file could not be written (" + reason(e) + ")",
                    at.toString(),
                    "Choose a folder you may write to, with room on its disk",
                    e);
        } finally {
            parts.keySet().forEach(WholeFile::remove);
        }
    }

    /** What is left of a file that could not be written; it is in nobody's way where even that fails. */
    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "a part of a file stays behind: " + part, e);
        }
    }

    private static Path folderOf(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("it is a folder");
        }
        return folder;
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        return switch (name) {
            case "AccessDeniedException" -> "access denied";
            case "FileAlreadyExistsException", "NotDirectoryException" -> "a file stands where a folder is needed";
            case "FileSystemException", "DirectoryNotEmptyException" -> "a folder or a full disk is in the way";
            case "NoSuchFileException" -> "no file can be made there";
            // The message of the others is no more than the name of the temporary file.
            default -> e instanceof FileSystemException || e.getMessage() == null ? name : e.getMessage();
        };
    }
}
