package app.tandem.workbench.losses;

import app.tandem.loss.LossTable;
import app.tandem.study.Study;
import app.tandem.workbench.common.PageMemory;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Answers what the user asks. What was read of the study and worked out from it is kept until it changes, so that sorting
 * and filtering read nothing. One answer at a time, on any background thread.
 */
final class LossSource {

    /** The rows of one setting, before they are filtered and sorted. */
    private record Sheet(LossSheet.View view, LossSheet sheet, List<LossRow> rows) {}

    private final StudySession session;
    private final PageMemory memory;
    private final AtomicBoolean newLosses = new AtomicBoolean(true);
    private final AtomicBoolean newRuns = new AtomicBoolean(true);

    private Optional<Study> design = Optional.empty();
    private Optional<LossLook> look = Optional.empty();
    private RunStates states = new RunStates(Map.of());
    private final Map<String, LossTable> tables = new HashMap<>();
    private final Map<String, Sheet> sheets = new HashMap<>();
    private RowWords words = new RowWords(List.of());
    private List<LossRow> last = List.of();

    LossSource(StudySession session, PageMemory memory) {
        this.session = session;
        this.memory = memory;
    }

    /** Takes note of a change, from any thread; whether it concerns the losses. */
    boolean changed(Change change) {
        switch (change) {
            case STUDY -> {}
            case LOSSES -> newLosses.set(true);
            case RUNS -> newRuns.set(true);
            case EPOCHS -> {
                return false;
            }
        }
        return true;
    }

    /** @param question its order is that of last time until the user chose one */
    LossAnswer answer(LossQuestion question, boolean chosen) {
        Study study = refresh();
        LossLook remembered = look.orElseGet(() -> LossLook.of(memory.load()));
        look = Optional.of(remembered);
        LossOrder order = chosen ? question.order() : remembered.order();
        LossFacets facets = LossFacets.of(study);
        List<TaskMark> marks = TaskMark.of(study.tasks());
        words = words.isOf(marks) ? words : new RowWords(marks);
        Set<String> settings = settings(facets, question);
        List<LossRow> rows = new ArrayList<>();
        List<LossRow> constants = new ArrayList<>();
        int measured = 0;
        for (String setting : facets.settings()) {
            if (settings.contains(setting)) {
                Sheet sheet = sheet(setting, question);
                measured += (int) sheet.rows().stream()
                        .filter(row -> row.sum().isPresent())
                        .count();
                rows.addAll(sheet.rows());
                sheet.sheet()
                        .constant(session.constantPrediction(setting, question.measure()))
                        .ifPresent(constants::add);
            }
        }
        int all = rows.size();
        Predicate<LossRow> passes = question.filter().rows(study.taskIds(), words);
        List<LossRow> kept = rows.stream().filter(passes).toList();
        List<LossRow> shown = expanded(order.sort(kept, study.taskIds()), question.expanded());
        if (!kept.isEmpty() || all == 0) {
            // Beside no network there is nothing to compare them with.
            shown.addAll(constants);
        }
        // The same list where nothing changed, so that the window need not compare.
        last = last.equals(shown) ? last : List.copyOf(shown);
        return new LossAnswer(
                new LossLook(remembered.layout(), order),
                facets,
                marks,
                settings,
                last,
                new LossesModel.Count(measured, all, kept.size()));
    }

    private Study refresh() {
        Study study = session.study();
        // A design is there a moment before anybody is told of it; its tasks and the rows must fit together.
        boolean otherDesign =
                design.filter(known -> isSameToLosses(known, study)).isEmpty();
        // Taken note of before they are read: what changes meanwhile is read again.
        if (newLosses.getAndSet(false) || otherDesign) {
            design = Optional.of(study);
            tables.clear();
            sheets.clear();
        }
        if (newRuns.getAndSet(false) || otherDesign) {
            RunStates now = RunStates.of(session.runs());
            if (!now.equals(states)) {
                states = now;
                sheets.clear();
            }
        }
        return study;
    }

    /** Asked at every key: nearly always nothing has changed, which costs no copy of the design. */
    private static boolean isSameToLosses(Study before, Study now) {
        return before.equals(now) || science(before).equals(science(now));
    }

    /** The design without what no loss depends on. */
    private static Study science(Study study) {
        return study.withGroupings(List.of()).withName("-");
    }

    private static Set<String> settings(LossFacets facets, LossQuestion question) {
        Set<String> settings = new LinkedHashSet<>(facets.settings());
        settings.retainAll(question.settings());
        if (settings.isEmpty() && !facets.settings().isEmpty()) {
            settings.add(facets.settings().get(0));
        }
        return settings;
    }

    private Sheet sheet(String setting, LossQuestion question) {
        LossSheet.View view = new LossSheet.View(
                question.measure(), question.baseline(), question.filter().seeds());
        Sheet known = sheets.get(setting);
        if (known != null && known.view().equals(view)) {
            return known;
        }
        LossTable table = tables.computeIfAbsent(setting, session::losses);
        LossSheet sheet = new LossSheet(table, view, states);
        Sheet made = new Sheet(view, sheet, sheet.rows());
        sheets.put(setting, made);
        return made;
    }

    private List<LossRow> expanded(List<LossRow> rows, Set<LossRow.Key> expanded) {
        List<LossRow> all = new ArrayList<>(rows.size());
        for (LossRow row : rows) {
            all.add(row);
            Sheet sheet = sheets.get(row.setting());
            if (sheet != null && expanded.contains(row.key())) {
                all.addAll(sheet.sheet().seedRows(row));
            }
        }
        return all;
    }

    List<LossTable> everything() {
        return session.study().settings().stream()
                .map(setting -> session.losses(setting.name()))
                .toList();
    }

    /** Keeps the arrangement for the next time. */
    void remember(LossLook now) {
        memory.save(now.values());
    }
}
