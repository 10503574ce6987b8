package app.tandem.workbench.start;

import app.tandem.owner.StudyDraft;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The design of a study before anything is written: its tasks, images, problems, networks and settings. */
final class NewStudyPage extends BorderPane {

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final Watch watch;
    private final Runnable leave;
    private final DatasetChoosers choosers;

    /** @param leave goes back, and ends what is under way */
    NewStudyPage(NewStudyModel model, Messages messages, Watch watch, Runnable leave, DatasetChoosers choosers) {
        this.model = model;
        this.words = new NewStudyWords(messages);
        this.watch = watch;
        this.leave = leave;
        this.choosers = choosers;
        setId("new-study-page");
        getStyleClass().add("new-study");
        setTop(header());
        watch.on(model.draftProperty(), draft -> draft.filter(now -> getBottom() == null)
                .ifPresent(this::showDesign));
        watch.on(model.refusalProperty(), refusal -> refusal.ifPresent(this::showRefusal));
        setCenter(reading());
        model.draftProperty().get().ifPresent(this::showDesign);
        model.refusalProperty().get().ifPresent(this::showRefusal);
    }

    private HBox header() {
        Button back = Icons.iconButton(BootstrapIcons.ARROW_LEFT, words.text("back"), leave);
        back.setId("new-back");
        Label place = Icons.label(model.place().toString(), "muted");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox header = new HBox(12, back, Icons.whole(words.text("title"), "page-title"), place);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private Node reading() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(28, 28);
        Button cancel = new Button(words.text("cancel"));
        cancel.setId("new-cancel-reading");
        cancel.setOnAction(event -> leave.run());
        String name = String.valueOf(model.place().getFileName());
        return centred(new HBox(12, wheel, Icons.whole(words.text("reading", name)), cancel));
    }

    private static Node centred(HBox box) {
        box.setAlignment(Pos.CENTER);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        box.getStyleClass().addAll("card-box", "busy-box");
        return new StackPane(box);
    }

    private void showRefusal(UserException refusal) {
        Label what = Icons.label(words.said(refusal.what()) + ".", "page-title");
        Label where = Icons.label(refusal.where(), "muted");
        Label remedy = Icons.label(words.said(refusal.remedy()) + ".");
        what.setWrapText(true);
        where.setWrapText(true);
        remedy.setWrapText(true);
        remedy.setId("new-refusal");
        Button folder = Icons.button(BootstrapIcons.FOLDER, words.text("otherFolder"), choosers::folder);
        Button file = Icons.button(BootstrapIcons.FILE_EARMARK, words.text("otherFile"), choosers::anything);
        HBox buttons = new HBox(8, folder, file);
        VBox box =
                new VBox(10, Icons.icon(BootstrapIcons.EXCLAMATION_CIRCLE, "empty-icon"), what, where, remedy, buttons);
        box.setMaxSize(560, USE_PREF_SIZE);
        box.getStyleClass().addAll("card-box", "busy-box");
        setCenter(new StackPane(box));
    }

    private void showDesign(StudyDraft first) {
        VBox left = new VBox(14, new TaskChoices(model, first, words, watch), new ProblemReport(model, words, watch));
        VBox right = new VBox(
                14,
                new SplitCounts(model, words, watch),
                new PoolSection(model, words, watch),
                new SettingRows(model, words, watch));
        GridPane columns = new GridPane();
        columns.setHgap(14);
        columns.getColumnConstraints().setAll(share(47), share(53));
        columns.addRow(0, left, right);
        columns.getStyleClass().add("page-body");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(new MakeBar(model, words, watch, leave, choosers));
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setFillWidth(true);
        return column;
    }
}
