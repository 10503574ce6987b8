package app.tandem.report;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files whole or not at all: to a temporary file beside it, then moved into place. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the file, replacing what was there; its folder is made if it is missing.
     *
     * @throws UserException if it cannot be written; what was there is then unchanged
     */
    static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        try {
            Path folder = folderOf(target);
            Files.createDirectories(folder);
            Path temporary = folder.resolve(".tandem-" + UUID.randomUUID() + ".part");
            try {
                Files.write(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UserException(
                    "The file could not be written (" + reason(e) + ")",
                    file.toString(),
                    "Choose a folder you may write to, with room on its disk",
                    e);
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
            default -> e.getMessage() == null ? name : e.getMessage();
        };
    }
}
