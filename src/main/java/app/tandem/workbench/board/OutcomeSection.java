package app.tandem.workbench.board;

import app.tandem.study.TaskSet;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.grouping.GroupingModel;
import app.tandem.workbench.grouping.Overview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What the grouping loses and how that compares; or what is still missing before that is known. */
final class OutcomeSection extends VBox {

    private static final PseudoClass ESTIMATED = PseudoClass.getPseudoClass("estimated");

    private final GroupingModel best;
    private final BoardWords words;
    private final Label title = Icons.label("", "section-title");
    private final ChoiceBox<String> settings = new ChoiceBox<>();
    private final Label number = Icons.whole("", "the-number");
    private final Label badge = Icons.label("", "badge", "done");
    private final VBox rows = new VBox();
    private boolean showing;

    OutcomeSection(GroupingModel best, BoardWords words, Watch watch) {
        super(8);
        this.best = best;
        this.words = words;
        getStyleClass().add("side-section");
        number.setId("grouping-loss");
        badge.setGraphic(Icons.icon(BootstrapIcons.TROPHY));
        rows.getStyleClass().add("rivals");
        settings.setId("board-setting");
        settings.setAccessibleText(words.text("setting"));
        number.managedProperty().bind(number.visibleProperty());
        badge.managedProperty().bind(badge.visibleProperty());
        settings.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                best.chooseSetting(after);
            }
        });
        HBox choice = new HBox(8, Icons.whole(words.text("setting"), "section-title"), settings);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.visibleProperty().bind(settings.visibleProperty());
        choice.managedProperty().bind(settings.visibleProperty());
        getChildren().setAll(choice, title, number, badge, rows);
        watch.on(best.stateProperty(), state -> showSettings());
        showSettings();
    }

    private void showSettings() {
        showing = true;
        try {
            Optional<Overview> overview = best.stateProperty().get().overview();
            List<String> names = overview.map(Overview::settings).orElse(List.of());
            if (!names.equals(settings.getItems())) {
                settings.getItems().setAll(names);
            }
            overview.ifPresent(known -> settings.setValue(known.setting()));
            settings.setVisible(names.size() > 1);
        } finally {
            showing = false;
        }
    }

    void show(Board board) {
        boolean measured = board.outcome().isPresent();
        OptionalDouble estimate = measured
                ? OptionalDouble.empty()
                : board.foresight().map(Board.Foresight::total).orElse(OptionalDouble.empty());
        number.setVisible(measured || estimate.isPresent());
        number.pseudoClassStateChanged(ESTIMATED, estimate.isPresent());
        badge.setVisible(board.outcome().filter(Board.Outcome::isBest).isPresent());
        badge.setText(words.text("outcome.best"));
        title.setText(words.text(title(board, estimate.isPresent())));
        List<Node> lines = new ArrayList<>();
        if (board.outcome().isPresent()) {
            number.setText(Messages.loss(board.outcome().get().loss()));
            board.outcome().get().others().forEach(other -> lines.add(row(other)));
        } else {
            estimate.ifPresent(loss -> lines.add(estimated(board, loss)));
            missing(board, lines);
        }
        rows.getChildren().setAll(lines);
    }

    private static String title(Board board, boolean isEstimate) {
        if (isEstimate) {
            return "outcome.estimated";
        }
        boolean validation = board.outcome().filter(known -> !known.tested()).isPresent();
        return validation ? "outcome.validation" : "outcome.test";
    }

    private Label estimated(Board board, double loss) {
        number.setText("≈ " + Messages.loss(loss));
        int measured = board.foresight().map(Board.Foresight::measured).orElse(0);
        Label line = line(words.text("outcome.partly", measured, board.columns().size()), "muted");
        line.setId("networks-measured");
        return line;
    }

    private HBox row(Board.Comparison other) {
        Label name = Icons.label(words.text("rival." + other.rival().name()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label change = Icons.whole("", "change");
        other.change().ifPresent(share -> {
            change.setText(Messages.percent(share));
            change.getStyleClass().addAll(Messages.tone(share));
        });
        change.setMinWidth(62);
        change.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(6, name, space, Icons.whole(Messages.loss(other.loss()), "loss"), change);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rival");
        return row;
    }

    private void missing(Board board, List<Node> lines) {
        if (board.columns().isEmpty()) {
            lines.add(line(words.text("outcome.nothing"), "muted"));
            return;
        }
        TaskSet unserved = board.unserved();
        if (!unserved.isEmpty()) {
            Label label = line(words.text("outcome.unserved", words.names(board.marks(), unserved)), "verdict");
            label.setGraphic(Icons.icon(BootstrapIcons.EXCLAMATION_TRIANGLE_FILL));
            label.pseudoClassStateChanged(PseudoClass.getPseudoClass("over"), true);
            lines.add(label);
        }
        String untrained = board.columns().stream()
                .filter(column -> column.state().kind() != NetworkState.Kind.TRAINED)
                .map(Board.Column::letter)
                .collect(Collectors.joining(", "));
        if (!untrained.isEmpty()) {
            lines.add(line(words.text("outcome.untrained", untrained), "muted"));
        }
    }

    private static Label line(String text, String styleClass) {
        Label label = Icons.label(text, styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
