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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What of the report is wanted and how, one piece of it to be looked at, and its export. Lives on the JavaFX thread; holds
 * no controls.
 */
public final class ReportModel {

    /** The settings of the study, and the one that is looked at; empty where the study has none. */
    public record Settings(List<String> names, String shown) {}

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

    private final PageMemory memory;
    private final ReportSource source;
    private final Latest<Answer> previews;
    private final Latest<ReportLook> memories;
    private final Path proposed;
    private final ExportWork exports;
    private final WrittenFiles written = new WrittenFiles();
    private volatile Asked asked = new Asked("", Locale.ENGLISH, ReportLook.DEFAULT);
    private volatile boolean loaded;
    private volatile boolean seen;
    private Optional<StudyEvidence> evidence = Optional.empty();

    private final ReadOnlyObjectWrapper<ReportChoice> choice = new ReadOnlyObjectWrapper<>(ReportChoice.EVERYTHING);
    private final ReadOnlyObjectWrapper<ReportPiece> piece = new ReadOnlyObjectWrapper<>(ReportLook.DEFAULT.piece());
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(new Settings(List.of(), ""));
    private final ReadOnlyStringWrapper chosenSetting = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Path> folder;
    private final ReadOnlyObjectWrapper<Optional<UserException>> folderFault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ReportPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param memory keeps the choices from one time to the next
     * @param folder where the report goes unless the user chooses another
     */
    public ReportModel(
            StudySession session, PageMemory memory, Threads threads, Path folder, Consumer<RuntimeException> fail) {
        this.memory = memory;
        this.proposed = folder;
        this.folder = new ReadOnlyObjectWrapper<>(folder);
        this.exports = new ExportWork(session, threads, fail);
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
        chosenSetting.set(name);
    }

    /** The setting that was chosen last; empty before. */
    public ReadOnlyStringProperty chosenSettingProperty() {
        return chosenSetting.getReadOnlyProperty();
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
        folderFault.set(Optional.empty());
        look(asked.look().with(other));
    }

    /**
     * As {@link #chooseFolder}. What is no folder's name leaves everything as it was and says so.
     *
     * @param text a name that does not begin at the root stands beside the study
     */
    public void typeFolder(String text) {
        try {
            Path study = proposed.toAbsolutePath().getParent();
            chooseFolder(TypedFolder.read(text, study == null ? proposed : study));
        } catch (UserException fault) {
            folderFault.set(Optional.of(fault));
        }
    }

    private void look(ReportLook next) {
        if (!next.equals(asked.look())) {
            ask(new Asked(asked.setting(), asked.language(), next));
            showLook(next);
            exports.forgetQuestion();
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

    /**
     * Writes everything that is chosen, in the background; a second call meanwhile does nothing. Where that would replace
     * files which were not written from here, it ends as {@link ExportOutcome.Occupied}, and {@link #replaceAll} goes on.
     */
    public void exportAll() {
        exportAll(false);
    }

    /** As {@link #exportAll}, and replaces whatever files of the same names are there. */
    public void replaceAll() {
        exportAll(true);
    }

    private void exportAll(boolean replaces) {
        List<String> all = settings.get().names();
        ReportChoice wanted = choice.get();
        Path into = folder.get();
        exports.start(asked.language(), export -> export.all(all, wanted, into, written, replaces));
    }

    /** Writes the piece that is looked at, in the format of the file's ending. */
    public void exportOne(Path file) {
        String setting = settings.get().shown();
        ReportPiece wanted = piece.get();
        ReportChoice how = choice.get();
        exports.start(asked.language(), export -> export.one(setting, wanted, how, file));
    }

    /** Does something once no export is under way: at once, or when it has ended. */
    public void afterExport(Runnable action) {
        exports.afterwards(action);
    }

    /** Ends the export that is under way as soon as it can be; nothing is written then, unless all of it is already. */
    public void cancel() {
        exports.cancel();
    }

    /** The whole file of the table that is looked at; called in the background. */
    String wholeText() {
        Asked now = asked;
        ReportPiece table = now.look().piece();
        return source.report(settingOf(now, source.settings()), now.language())
                .text(table, now.look().formats().get(0));
    }

    /** In what the piece that is looked at can be written, the likeliest first. */
    public List<ReportFormat> formatsOfShown() {
        return asked.look().formats();
    }

    private static String settingOf(Asked now, List<String> names) {
        return names.contains(now.setting()) ? now.setting() : names.get(0);
    }

    /** How many files are written; until a report was made for the first time, at most. */
    public int files() {
        return evidence.map(choice.get()::files).orElseGet(() -> choice.get()
                .files(Math.max(1, settings.get().names().size())));
    }

    /** Whether no setting has what a piece shows, so that it is not written; not so until a report was made. */
    public boolean lacks(ReportPiece one) {
        return evidence.filter(known -> !known.holds(one)).isPresent();
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

    /** What is wrong with the folder that was typed. */
    public ReadOnlyObjectProperty<Optional<UserException>> folderFaultProperty() {
        return folderFault.getReadOnlyProperty();
    }

    /** The piece that is looked at as it is exported; empty until it is made for the first time. */
    public ReadOnlyObjectProperty<Optional<ReportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How far the export is that is under way. */
    public ReadOnlyObjectProperty<Optional<ExportState>> exportProperty() {
        return exports.stateProperty();
    }

    /** The same as a share, 0 to 1, negative while nothing is known; empty while nothing is exported. */
    public ObservableValue<OptionalDouble> progressProperty() {
        return exports.stateProperty()
                .map(state -> state.map(ExportState::fraction).orElse(OptionalDouble.empty()));
    }

    public ReadOnlyObjectProperty<Optional<ExportOutcome>> outcomeProperty() {
        return exports.outcomeProperty();
    }
}
