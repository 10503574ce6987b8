package app.tandem.report;

import app.tandem.study.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** The files of a report, written into one folder in one go; a study of several settings has a folder for each. */
public final class ReportFolder {

    private record Part(String name, StudyReport report, ReportPiece piece, ReportFormat format) {}

    private final List<Part> parts = new ArrayList<>();
    private final FigureStyle style;

    /** @param reports one of each setting; what compares settings is made by the first of them */
    public ReportFolder(List<StudyReport> reports, ReportChoice choice) {
        this.style = choice.style();
        Set<String> folders = new HashSet<>();
        for (ReportPiece piece : ReportPiece.values()) {
            if (piece.isOfStudy() && !reports.isEmpty()) {
                add(reports.get(0), piece, choice, "");
            }
        }
        for (StudyReport report : reports) {
            String folder = reports.size() == 1 ? "" : folderName(report.setting(), folders) + "/";
            for (ReportPiece piece : ReportPiece.values()) {
                if (!piece.isOfStudy()) {
                    add(report, piece, choice, folder);
                }
            }
        }
    }

    private void add(StudyReport report, ReportPiece piece, ReportChoice choice, String folder) {
        for (ReportFormat format : choice.formats(piece)) {
            parts.add(new Part(folder + piece.fileName() + "." + format.ending(), report, piece, format));
        }
    }

    /** The setting's name as the name of a folder that every file system takes, and that no other setting has. */
    private static String folderName(String setting, Set<String> taken) {
        String plain = setting.replaceAll("[^\\p{L}\\p{N} ._=+-]", "_").strip().replaceFirst("\\.+$", "_");
        String name = plain;
        for (int next = 2; !taken.add(name.toLowerCase(Locale.ROOT)); next++) {
            name = plain + "-" + next;
        }
        return name;
    }

    /** The files within the folder, in the order in which they are made. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /**
     * Writes all files. Everything is made before the first file is replaced, so that whatever fails, and whoever cancels,
     * leaves an earlier report as it was. Files of the same names are replaced, others are left alone.
     *
     * @return the files written
     * @throws UserException if the folder cannot be written to
     * @throws CancellationException if it was cancelled; nothing is written then
     */
    public List<Path> write(Path folder, ReportProgress progress) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserException(
                    "A file stands where the report's folder is needed", folder.toString(), "Name a folder");
        }
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (Part part : parts) {
            heed(progress);
            progress.at(files.size(), parts.size(), part.name());
            files.put(folder.resolve(part.name()), part.report().content(part.piece(), part.format(), style));
        }
        heed(progress);
        WholeFile.writeAll(files);
        progress.at(parts.size(), parts.size(), "");
        return List.copyOf(files.keySet());
    }

    private static void heed(ReportProgress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("the report is not wanted any more");
        }
    }
}
