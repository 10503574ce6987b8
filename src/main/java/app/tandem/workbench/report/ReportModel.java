package app.tandem.workbench.report;

import app.tandem.report.FigurePreset;
import app.tandem.report.FigureStyle;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFormat;
import app.tandem.report.ReportPiece;
import app.tandem.report.StudyEvidence;
import app.tandem.report.StudyReport;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.PageMemory;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What of the report is wanted and how, one piece of it to be looked at, and its export. Lives on the JavaFX thread; holds
 * no controls.
 */
public final class ReportModel {

    /** The settings of the study, and the one that is looked at; empty where the study has none. */
    public record Settings(List<String> names, String shown) {}

    /** How the last export ended. */
    public sealed interface Outcome {}

    /** Everything is written. */
    public record Written(Path folder, List<Path> files) implements Outcome {}

    /** Something was in the way; what was in the folder before is as it was. */
    public record Failed(RuntimeException fault) implements Outcome {}

    /** It was cancelled before anything was written. */
    public record Cancelled() implements Outcome {}

    private record Asked(String setting, Locale language, ReportLook look) {}

    /**
     * @param evidence of the study, which tells what its report holds; empty where no report was made
     * @param made whether the preview was asked for; otherwise the one that is shown stays
     */
    private record Answer(
            Settings settings,
            Optional<ReportPreview> preview,
            Optional<StudyEvidence> evidence,
            ReportLook look,
            boolean made) {

        /** Where there is nothing to look at, or nobody looks. */
        static Answer without(Settings settings, ReportLook look, boolean made) {
            return new Answer(settings, Optional.empty(), Optional.empty(), look, made);
        }
    }

    private final StudySession session;
    private final PageMemory memory;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final ReportSource source;
    private final Latest<Answer> previews;
    private final Latest<ReportLook> memories;
    private final Path proposed;
    private volatile Asked asked = new Asked("", Locale.ENGLISH, ReportLook.DEFAULT);
    private volatile boolean loaded;
    private volatile boolean seen;
    private Optional<StudyEvidence> evidence = Optional.empty();
    private Optional<ReportExport> work = Optional.empty();
    private final List<Runnable> afterwards = new ArrayList<>();

    private final ReadOnlyObjectWrapper<ReportChoice> choice = new ReadOnlyObjectWrapper<>(ReportChoice.EVERYTHING);
    private final ReadOnlyObjectWrapper<ReportPiece> piece = new ReadOnlyObjectWrapper<>(ReportLook.DEFAULT.piece());
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(new Settings(List.of(), ""));
    private final ReadOnlyObjectWrapper<Path> folder;
    private final ReadOnlyObjectWrapper<Optional<ReportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ExportState>> export = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param memory keeps the choices from one time to the next
     * @param folder where the report goes unless the user chooses another
     */
    public ReportModel(
            StudySession session, PageMemory memory, Threads threads, Path folder, Consumer<RuntimeException> fail) {
        this.session = session;
        this.memory = memory;
        this.threads = threads;
        this.fail = fail;
        this.proposed = folder;
        this.folder = new ReadOnlyObjectWrapper<>(folder);
        this.source = new ReportSource(session);
        this.previews = new Latest<>(threads, this::look, this::show, fail);
        this.memories = new Latest<>(threads, this::remember, saved -> {}, fail);
    }

    /** Brings the preview up to date where a change concerns it; from any thread. */
    public void changed(Change change) {
        if (source.changed(change)) {
            previews.request();
        }
    }

    /** Says whether the preview is in sight: a report takes a search for the best groupings, and none is made for nobody. */
    public void seen(boolean now) {
        seen = now;
        if (now) {
            previews.request();
        }
    }

    /** Sets the language of headings and captions. */
    public void speak(Locale language) {
        ask(new Asked(asked.setting(), language, asked.look()));
    }

    public void chooseSetting(String name) {
        ask(new Asked(name, asked.language(), asked.look()));
    }

    /** Looks at a table or a figure. */
    public void lookAt(ReportPiece wanted) {
        look(asked.look().with(wanted));
    }

    /** Looks at tables in this format. */
    public void lookAtTablesAs(ReportFormat format) {
        look(asked.look().with(format));
    }

    /** Puts a piece into the report, or leaves it out. */
    public void choose(ReportPiece one, boolean wanted) {
        choose(choice.get().with(one, wanted));
    }

    /** Writes a format, or does not. */
    public void choose(ReportFormat format, boolean wanted) {
        choose(choice.get().with(format, wanted));
    }

    /** Makes the figures for another place, with the letters that suit it. */
    public void choose(FigurePreset preset) {
        choose(choice.get().with(new FigureStyle(preset, preset.textSize())));
    }

    /**
     * Sets the size of the letters.
     *
     * @param points what is too small or too large becomes what is just possible
     */
    public void chooseTextSize(double points) {
        double possible = Math.max(FigureStyle.LEAST_TEXT, Math.min(FigureStyle.LARGEST_TEXT, points));
        choose(choice.get().with(new FigureStyle(choice.get().style().preset(), possible)));
    }

    private void choose(ReportChoice next) {
        look(asked.look().with(next));
    }

    /** Exports into another folder from now on. */
    public void chooseFolder(Path other) {
        look(asked.look().with(other));
    }

    private void look(ReportLook next) {
        if (!next.equals(asked.look())) {
            ask(new Asked(asked.setting(), asked.language(), next));
            showLook(next);
            memories.request();
        }
    }

    private void ask(Asked next) {
        if (!next.equals(asked)) {
            asked = next;
            previews.request();
        }
    }

    private void showLook(ReportLook now) {
        choice.set(now.choice());
        piece.set(now.piece());
        folder.set(now.folder().orElse(proposed));
    }

    private Answer look() {
        Asked now = asked;
        // Choices made before the first answer win over remembered ones.
        boolean untouched = !loaded && now.look().equals(ReportLook.DEFAULT);
        ReportLook wanted = untouched ? ReportLook.of(memory.load()) : now.look();
        List<String> names = source.settings();
        if (names.isEmpty()) {
            return Answer.without(new Settings(names, ""), wanted, true);
        }
        String setting = settingOf(now, names);
        if (!seen) {
            return Answer.without(new Settings(names, setting), wanted, false);
        }
        StudyReport report = source.report(setting, now.language());
        return new Answer(
                new Settings(names, setting),
                Optional.of(ReportPreview.of(
                        report,
                        wanted.piece(),
                        wanted.tableFormat(),
                        wanted.choice().style())),
                Optional.of(report.study()),
                wanted,
                true);
    }

    private void show(Answer answer) {
        if (!loaded) {
            loaded = true;
            if (asked.look().equals(ReportLook.DEFAULT)) {
                asked = new Asked(asked.setting(), asked.language(), answer.look());
                showLook(answer.look());
            }
        }
        if (answer.made()) {
            evidence = answer.evidence();
        }
        settings.set(answer.settings());
        if (answer.made()) {
            preview.set(answer.preview());
        }
    }

    private ReportLook remember() {
        ReportLook now = asked.look();
        memory.save(now.values());
        return now;
    }

    /** Writes everything that is chosen, in the background; a second call meanwhile does nothing. */
    public void exportAll() {
        List<String> all = settings.get().names();
        ReportChoice wanted = choice.get();
        Path into = folder.get();
        start(into, export -> export.all(all, wanted, into));
    }

    /** Writes the piece that is looked at, in the format of the file's ending. */
    public void exportOne(Path file) {
        String setting = settings.get().shown();
        ReportPiece wanted = piece.get();
        ReportChoice how = choice.get();
        Path parent = file.toAbsolutePath().getParent();
        start(parent == null ? file : parent, export -> export.one(setting, wanted, how, file));
    }

    private void start(Path into, Function<ReportExport, List<Path>> job) {
        if (work.isPresent()) {
            return;
        }
        ReportExport started =
                new ReportExport(session, asked.language(), InstantSource.system(), state -> threads.window()
                        .execute(() -> showState(state)));
        work = Optional.of(started);
        outcome.set(Optional.empty());
        export.set(Optional.of(ExportState.FIRST));
        threads.background().execute(() -> {
            Outcome ended = run(() -> new Written(into, job.apply(started)));
            threads.window().execute(() -> end(ended));
        });
    }

    private static Outcome run(Supplier<Outcome> job) {
        try {
            return job.get();
        } catch (CancellationException e) {
            return new Cancelled();
        } catch (RuntimeException | Error e) {
            return new Failed(Threads.fault(e));
        }
    }

    private void showState(ExportState state) {
        if (work.isPresent()) {
            export.set(Optional.of(state));
        }
    }

    private void end(Outcome ended) {
        work = Optional.empty();
        export.set(Optional.empty());
        outcome.set(Optional.of(ended));
        if (ended instanceof Failed failed && !(failed.fault() instanceof UserException)) {
            fail.accept(failed.fault());
        }
        List.copyOf(afterwards).forEach(Runnable::run);
        afterwards.clear();
    }

    /** Does something once no export is under way: at once, or when it has ended. */
    public void afterExport(Runnable action) {
        if (work.isPresent()) {
            afterwards.add(action);
        } else {
            action.run();
        }
    }

    /** Ends the export that is under way as soon as it can be; nothing is written then, unless all of it is already. */
    public void cancel() {
        work.ifPresent(ReportExport::cancel);
        export.get().map(ExportState::stopping).ifPresent(state -> export.set(Optional.of(state)));
    }

    /** The whole file of the table that is looked at; called in the background. */
    String wholeText() {
        Asked now = asked;
        ReportPiece table = now.look().piece();
        List<ReportFormat> formats = formats(now.look());
        return source.report(settingOf(now, source.settings()), now.language()).text(table, formats.get(0));
    }

    /** In what the piece that is looked at can be written, the likeliest first. */
    public List<ReportFormat> formatsOfShown() {
        return formats(asked.look());
    }

    private static List<ReportFormat> formats(ReportLook look) {
        ReportFormat first = look.piece().isFigure() ? ReportFormat.PDF : look.tableFormat();
        return look.piece().formats().stream()
                .sorted(Comparator.comparing(format -> format != first))
                .toList();
    }

    private static String settingOf(Asked now, List<String> names) {
        return names.contains(now.setting()) ? now.setting() : names.get(0);
    }

    /** How many files are written; until a report was made for the first time, at most. */
    public int files() {
        return evidence.map(choice.get()::files).orElseGet(() -> choice.get()
                .files(Math.max(1, settings.get().names().size())));
    }

    public ReadOnlyObjectProperty<ReportChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** What is looked at. */
    public ReadOnlyObjectProperty<ReportPiece> pieceProperty() {
        return piece.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** The piece that is looked at as it is exported; empty until it is made for the first time. */
    public ReadOnlyObjectProperty<Optional<ReportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How far the export is that is under way. */
    public ReadOnlyObjectProperty<Optional<ExportState>> exportProperty() {
        return export.getReadOnlyProperty();
    }

    /** The same as a share, 0 to 1, negative while nothing is known; empty while nothing is exported. */
    public ObservableValue<OptionalDouble> progressProperty() {
        return export.map(state -> state.map(ExportState::fraction).orElse(OptionalDouble.empty()));
    }

    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
