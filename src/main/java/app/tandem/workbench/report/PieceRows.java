package app.tandem.workbench.report;

import app.tandem.report.ReportPiece;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Every table and figure: a mark whether it is written, and its name, which shows it. */
final class PieceRows extends VBox {

    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");

    private final ReportModel model;
    private final Messages messages;
    private final Consumer<Node> reveal;
    private final Map<ReportPiece, CheckBox> marks = new EnumMap<>(ReportPiece.class);
    private final Map<ReportPiece, ToggleButton> names = new EnumMap<>(ReportPiece.class);
    private final CheckBox tables = new CheckBox();
    private final CheckBox figures = new CheckBox();
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /** @param reveal brings a row into sight */
    PieceRows(ReportModel model, Messages messages, Consumer<Node> reveal, Watch watch) {
        super(1);
        this.model = model;
        this.messages = messages;
        this.reveal = reveal;
        getStyleClass().add("piece-rows");
        addAll(figures, true);
        addAll(tables, false);
        group.selectedToggleProperty().addListener((property, before, after) -> follow());
        watch.on(model.choiceProperty(), choice -> show());
        watch.on(model.pieceProperty(), piece -> show());
        watch.on(model.previewProperty(), preview -> show());
        show();
    }

    private void addAll(CheckBox all, boolean isFigure) {
        all.setText(messages.text(isFigure ? "report.figures" : "report.tables"));
        all.setId(isFigure ? "all-figures" : "all-tables");
        all.getStyleClass().add("section-title");
        all.setAllowIndeterminate(false);
        all.setOnAction(event -> {
            // Each choice shows itself in the mark, which is asked only once therefore.
            boolean wanted = all.isSelected();
            held(isFigure).forEach(piece -> model.choose(piece, wanted));
        });
        getChildren().add(all);
        ReportPiece.all(isFigure).forEach(piece -> getChildren().add(row(piece)));
    }

    private HBox row(ReportPiece piece) {
        String words = messages.text("report.piece." + piece.name());
        CheckBox mark = new CheckBox();
        mark.setId("choose-" + piece.id());
        mark.setAccessibleText(messages.text("report.include", words));
        mark.setOnAction(event -> model.choose(piece, mark.isSelected()));
        ToggleButton name =
                new ToggleButton(words, Icons.icon(piece.isFigure() ? BootstrapIcons.IMAGE : BootstrapIcons.TABLE));
        name.setId("show-" + piece.id());
        name.setMnemonicParsing(false);
        name.setToggleGroup(group);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("piece-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        for (Node control : new Node[] {mark, name}) {
            // A row that moved while the pointer presses it would miss the click.
            control.focusVisibleProperty().addListener((property, before, focused) -> {
                if (focused) {
                    reveal.accept(control);
                }
            });
        }
        marks.put(piece, mark);
        names.put(piece, name);
        HBox row = new HBox(4, mark, name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("piece-row");
        return row;
    }

    /** Hears of clicks and of the arrow keys, which choose without an action; one is always shown. */
    private void follow() {
        if (showing) {
            return;
        }
        names.forEach((piece, name) -> {
            if (name.isSelected()) {
                model.lookAt(piece);
            }
        });
        show();
    }

    private void show() {
        showing = true;
        try {
            showChoice();
        } finally {
            showing = false;
        }
    }

    private void showChoice() {
        marks.forEach((piece, mark) -> {
            mark.setSelected(
                    !model.lacks(piece) && model.choiceProperty().get().pieces().contains(piece));
            mark.setDisable(model.lacks(piece));
        });
        names.forEach((piece, name) -> {
            name.pseudoClassStateChanged(LACKING, model.lacks(piece));
            name.setTooltip(model.lacks(piece) ? new Tooltip(messages.text(whyLacking(piece))) : null);
        });
        names.forEach(
                (piece, name) -> name.setSelected(piece == model.pieceProperty().get()));
        show(tables, false);
        show(figures, true);
    }

    private void show(CheckBox all, boolean isFigure) {
        List<ReportPiece> held = held(isFigure);
        long chosen = held.stream()
                .filter(model.choiceProperty().get().pieces()::contains)
                .count();
        all.setIndeterminate(chosen > 0 && chosen < held.size());
        all.setSelected(chosen == held.size());
    }

    /** Of which the study has something to write. */
    private List<ReportPiece> held(boolean isFigure) {
        return ReportPiece.all(isFigure).stream()
                .filter(piece -> !model.lacks(piece))
                .toList();
    }

    /** The message that says why a piece cannot be written. */
    static String whyLacking(ReportPiece piece) {
        return piece.isOfEpochs() ? "report.lacksEpochs" : "report.lacksAffinities";
    }
}
