package app.tandem.workbench.start;

import app.tandem.data.DatasetCheck.Severity;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What is wrong in the dataset, as far as it was looked at. */
final class ProblemReport extends VBox {

    /** Beyond these, the names of files are only counted. */
    private static final int MOST_NAMED = 20;

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Label state = Icons.label("");
    private final VBox found = new VBox(8);
    private final CheckBox leaveOut;

    ProblemReport(NewStudyModel model, NewStudyWords words, Watch watch) {
        super(8);
        this.model = model;
        this.words = words;
        this.leaveOut = new CheckBox(words.text("leaveOut"));
        getStyleClass().add("card-box");
        setId("problem-report");
        bar.getStyleClass().addAll("thin", "running");
        bar.setMaxWidth(Double.MAX_VALUE);
        state.setId("problem-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        leaveOut.setId("leave-out");
        leaveOut.selectedProperty().bindBidirectional(model.leaveOutProperty());
        getChildren().setAll(Icons.label(words.text("problems"), "card-title"), state, bar, found, leaveOut);
        watch.on(model.look().countedProperty(), now -> show());
        watch.on(model.look().problemsProperty(), now -> showProblems());
        watch.on(model.look().checkProperty(), now -> show());
        showProblems();
        show();
    }

    private void show() {
        Optional<Counted> counted = model.look().countedProperty().get();
        List<ProblemGroup> problems = model.look().problemsProperty().get();
        shown(bar, counted.isPresent());
        bar.setProgress(
                counted.map(far -> far.total() == 0 ? -1 : far.fraction()).orElse(0.0));
        boolean fatal = problems.stream().anyMatch(problem -> problem.severity() == Severity.FATAL);
        shown(leaveOut, !problems.isEmpty() && !fatal);
        boolean looked = model.look().checkProperty().get().isPresent();
        if (counted.isPresent()) {
            state.setText(words.counted(counted.get()));
            state.setGraphic(Icons.icon(BootstrapIcons.SEARCH, "state-icon", "running"));
        } else if (problems.isEmpty()) {
            state.setText(words.text(looked ? "clean" : "nothingLooked"));
            state.setGraphic(looked ? Icons.icon(BootstrapIcons.CHECK_CIRCLE_FILL, "state-icon", "done") : null);
        } else {
            state.setText(words.text(fatal ? "mustBeRight" : "cannotBeUsed"));
            state.setGraphic(Icons.icon(
                    fatal ? BootstrapIcons.EXCLAMATION_CIRCLE_FILL : BootstrapIcons.EXCLAMATION_TRIANGLE_FILL,
                    "state-icon",
                    fatal ? "failed" : "paused"));
        }
    }

    private void showProblems() {
        List<Node> rows =
                model.look().problemsProperty().get().stream().map(this::row).collect(Collectors.toList());
        found.getChildren().setAll(rows);
        shown(found, !rows.isEmpty());
        show();
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Node row(ProblemGroup problem) {
        int files = problem.files().size();
        Label what = Icons.label(words.said(problem.what()) + ".", "strong");
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        Label count = Icons.whole(files == 1 ? "" : words.text("files", files), "muted", "note");
        HBox head = new HBox(10, what, count);
        head.setAlignment(Pos.TOP_LEFT);
        String first = problem.files().get(0);
        Label where = Icons.label(files == 1 ? first : words.text("andMore", first, files - 1), "muted", "note");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setTooltip(new Tooltip(named(problem.files())));
        Label remedy = Icons.label(words.said(problem.remedy()) + ".", "note");
        remedy.setWrapText(true);
        VBox row = new VBox(2, head, where, remedy);
        row.getStyleClass().addAll("problem", problem.severity() == Severity.FATAL ? "failed" : "paused");
        return row;
    }

    private String named(List<String> files) {
        String names = files.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"));
        return files.size() > MOST_NAMED ? words.text("andMore", names, files.size() - MOST_NAMED) : names;
    }
}
