package app.tandem.workbench.report;

import app.tandem.data.Progress;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFolder;
import app.tandem.report.ReportPiece;
import app.tandem.report.ReportProgress;
import app.tandem.report.StudyReport;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** One export under way: it tells how far it is, and can be cancelled. */
final class ReportExport {

    private final StudySession session;
    private final Locale language;
    private final InstantSource clock;
    private final Consumer<ExportState> heard;
    private volatile boolean cancelled;

    /** @param heard told on the background's thread */
    ReportExport(StudySession session, Locale language, InstantSource clock, Consumer<ExportState> heard) {
        this.session = session;
        this.language = language;
        this.clock = clock;
        this.heard = heard;
    }

    /** Ends it as soon as it can be ended without harm. */
    void cancel() {
        cancelled = true;
    }

    /**
     * Writes everything, unless that would replace files which were not written from here.
     *
     * @param written what was
     * @param replaces whether the user said that others are to be replaced as well
     * @throws CancellationException if it was cancelled; nothing is written then
     */
    ExportOutcome all(List<String> settings, ReportChoice choice, Path folder, WrittenFiles written, boolean replaces) {
        List<StudyReport> reports = new ArrayList<>();
        for (String setting : settings) {
            reports.add(report(setting));
        }
        // What takes long, such as the comparison of all methods, is found once for all settings.
        List<StudyReport> together = reports.stream()
                .map(report -> report.with(reports.get(0).study()))
                .toList();
        ReportFolder report = new ReportFolder(together, choice);
        int there = replaces ? 0 : written.others(folder, report.names()).size();
        if (there > 0) {
            return new ExportOutcome.Occupied(folder, there, report.names().size());
        }
        List<Path> files = report.write(folder, making());
        written.add(files);
        return new ExportOutcome.Written(folder, files);
    }

    /** @throws CancellationException if it was cancelled; nothing is written then */
    ExportOutcome one(String setting, ReportPiece piece, ReportChoice choice, Path file) {
        StudyReport report = report(setting);
        tell(ExportState.Phase.MAKING, 0, 1, String.valueOf(file.getFileName()), Optional.empty());
        heed();
        report.write(piece, choice.style(), file);
        Path folder = file.toAbsolutePath().getParent();
        return new ExportOutcome.Written(folder == null ? file : folder, List.of(file));
    }

    private StudyReport report(String setting) {
        heed();
        tell(ExportState.Phase.READING, 0, 0, "", Optional.empty());
        Instant start = clock.instant();
        Progress reading = (done, total) -> {
            heed();
            // An event for every image would be more than a window can show.
            if (done % Math.max(1, total / 100) == 0) {
                tell(ExportState.Phase.READING, done, total, "", left(start, done, total));
            }
        };
        return session.completeReport(setting, language, reading);
    }

    private ReportProgress making() {
        Instant start = clock.instant();
        return new ReportProgress() {
            @Override
            public void at(int done, int total, String next) {
                tell(ExportState.Phase.MAKING, done, total, next, left(start, done, total));
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    private Optional<Duration> left(Instant start, int done, int total) {
        Duration spent = Duration.between(start, clock.instant());
        return done == 0 || done >= total
                ? Optional.empty()
                : Optional.of(spent.multipliedBy(total - done).dividedBy(done));
    }

    private void tell(ExportState.Phase phase, int done, int total, String next, Optional<Duration> left) {
        heard.accept(new ExportState(cancelled ? ExportState.Phase.STOPPING : phase, done, total, next, left));
    }

    private void heed() {
        if (cancelled) {
            throw new CancellationException("the export is not wanted any more");
        }
    }
}
