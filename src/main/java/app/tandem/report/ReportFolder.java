package app.tandem.report;

import app.tandem.study.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The files of a report, written into one folder in one go; a study of several settings has a folder for each. */
public final class ReportFolder {

    private static final System.Logger LOG = System.getLogger(ReportFolder.class.getName());

    private static final Set<ReportPiece> COMPARING =
            EnumSet.of(ReportPiece.METHODS, ReportPiece.METHOD_CURVES, ReportPiece.RANKING);

    private record Part(String name, StudyReport report, ReportPiece piece, ReportFormat format) {}

    private final List<Part> parts = new ArrayList<>();
    private final FigureStyle style;
    private final boolean hasPage;

    /** @param reports one of each setting; what compares settings is made by the first of them */
    public ReportFolder(List<StudyReport> reports, ReportChoice choice) {
        this.style = choice.style();
        this.hasPage = choice.hasPage();
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
        if (!report.holds(piece)) {
            return;
        }
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

    /** The files within the folder: those of all settings, then each setting, then the page. */
    public List<String> names() {
        List<String> names = new ArrayList<>(parts.stream().map(Part::name).toList());
        if (hasPage && !parts.isEmpty()) {
            names.add(IndexPage.FILE);
        }
        return List.copyOf(names);
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
        heed(progress);
        compareMethods(progress);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        List<byte[]> contents = contents(progress);
        for (int i = 0; i < parts.size(); i++) {
            files.put(folder.resolve(parts.get(i).name()), contents.get(i));
        }
        heed(progress);
        page().ifPresent(page -> files.put(folder.resolve(IndexPage.FILE), page.getBytes(StandardCharsets.UTF_8)));
        heed(progress);
        WholeFile.writeAll(files);
        progress.at(files.size(), files.size(), "");
        return List.copyOf(files.keySet());
    }

    /** Before everything else, since each comparison makes use of all cores by itself. */
    private void compareMethods(ReportProgress progress) {
        parts.stream()
                .filter(part -> COMPARING.contains(part.piece()))
                .flatMap(part -> part.piece().isOfStudy()
                        ? part.report().study().settings().stream()
                        : Stream.of(part.report().study().setting(part.report().setting())))
                .distinct()
                .forEach(setting -> {
                    progress.at(0, total(), parts.get(0).name());
                    try {
                        setting.methods(done -> heed(progress));
                    } catch (UserException tooLarge) {
                        // What needs the comparison says so itself.
                        LOG.log(System.Logger.Level.DEBUG, tooLarge.what());
                    }
                });
    }

    private int total() {
        return parts.size() + (hasPage ? 1 : 0);
    }

    /** Several at a time: hundreds of pictures are made, and none needs another. */
    private List<byte[]> contents(ReportProgress progress) {
        int[] done = {0};
        return parts.parallelStream()
                .map(part -> {
                    heed(progress);
                    synchronized (done) {
                        progress.at(done[0], total(), part.name());
                    }
                    byte[] content = part.report().content(part.piece(), part.format(), style);
                    synchronized (done) {
                        done[0]++;
                    }
                    return content;
                })
                .toList();
    }

    private Optional<String> page() {
        if (!hasPage || parts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, IndexPage.Entry> entries = new LinkedHashMap<>();
        for (Part part : parts) {
            String key = part.piece() + " " + part.report().setting();
            IndexPage.File file = new IndexPage.File(part.name(), part.format());
            entries.merge(
                    key,
                    new IndexPage.Entry(part.report(), part.piece(), List.of(file)),
                    (known, more) -> known.with(file));
        }
        return Optional.of(IndexPage.of(parts.get(0).report(), List.copyOf(entries.values())));
    }

    private static void heed(ReportProgress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("the report is not wanted any more");
        }
    }
}
