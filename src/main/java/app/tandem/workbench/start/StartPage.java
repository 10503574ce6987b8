package app.tandem.workbench.start;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Logo;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.StudyOpener.Sample;
import app.tandem.workbench.common.Watch;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The page without a study: samples in one click, a new study of one's own images, opening and dropping, recent studies. */
public final class StartPage extends StackPane {

    private static final double WIDTH = 780;
    private static final double SAMPLE_HEIGHT = 104;
    private static final double SAMPLE_WORDS_WIDTH = 300;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final StartModel model;
    private final Messages messages;
    private final VBox recent = new VBox(2);
    private final VBox drop;
    private final DatasetChoosers choosers;
    private final Watch watch;
    private Watch designWatch;

    public StartPage(StartModel model, Messages messages, Watch watch) {
        this.model = model;
        this.messages = messages;
        this.watch = watch;
        this.designWatch = watch.inner();
        this.choosers = new DatasetChoosers(() -> getScene().getWindow(), messages, model::take);
        this.drop = drop();
        getStyleClass().add("start-page");
        getStylesheets()
                .add(StartPage.class
                        .getResource("/app/tandem/workbench/start.css")
                        .toExternalForm());
        ScrollPane page = page();
        StackPane busy = busy(watch);
        model.lookForSamples();
        watch.on(model.recent(), this::showRecent);
        showRecent();
        setOnDragOver(this::dragOver);
        setOnDragExited(event -> drop.pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::dropped);
        watch.on(model.openingProperty(), opening -> getChildren().get(0).setDisable(opening.isPresent()));
        watch.on(model.makingProperty(), making -> show(making, page, busy));
        show(model.makingProperty().get(), page, busy);
    }

    private ScrollPane page() {
        VBox page = new VBox(
                20,
                heading(),
                section("start.samples", samples()),
                section("start.new", drop),
                new VBox(6, recentHeading(), recent));
        page.setMaxSize(WIDTH, USE_PREF_SIZE);
        StackPane middle = new StackPane(page);
        middle.getStyleClass().add("start-content");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void show(Optional<NewStudyModel> making, ScrollPane page, StackPane busy) {
        designWatch.end();
        designWatch = watch.inner();
        Node shown = making.<Node>map(
                        design -> new NewStudyPage(design, messages, designWatch, model::leaveNewStudy, choosers))
                .orElse(page);
        getChildren().setAll(shown, busy);
    }

    private HBox heading() {
        Label name = Icons.label("Tandem", "start-title");
        Label words = Icons.label(messages.text("start.question"), "muted", "start-question");
        HBox heading = new HBox(14, Logo.large(), new VBox(2, name, words));
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private VBox section(String title, Node content) {
        return new VBox(8, Icons.label(messages.text(title), "section-title"), content);
    }

    /** Those to train in the first line, those to look at in the second. */
    private GridPane samples() {
        GridPane samples = new GridPane();
        samples.setHgap(12);
        samples.setVgap(12);
        samples.addRow(
                0,
                sample(Sample.ROOMS, "rooms", BootstrapIcons.HOUSE_DOOR),
                sample(Sample.FASHION, "fashion", BootstrapIcons.BAG));
        samples.addRow(
                1,
                sample(Sample.STANDLEY2020, "standley2020", BootstrapIcons.TABLE),
                sample(Sample.ROOMS_SETTINGS, "rooms-settings", BootstrapIcons.LAYERS));
        samples.getChildren().forEach(node -> GridPane.setHgrow(node, Priority.ALWAYS));
        return samples;
    }

    private Button sample(Sample sample, String key, Ikon ikon) {
        Label title = Icons.label(messages.text("start." + key), "strong");
        Label words = Icons.label(messages.text("start." + key + ".words"), "muted", "sample-words");
        words.setWrapText(true);
        words.setPrefWidth(SAMPLE_WORDS_WIDTH);
        Label begun = Icons.label("", "muted", "note");
        begun.setId("begun-" + key);
        watch.on(model.begunProperty(), known -> showBegun(begun, known.contains(sample)));
        showBegun(begun, model.begunProperty().get().contains(sample));
        HBox head = new HBox(8, title, begun);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox text = new VBox(4, head, words);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(14, Icons.icon(ikon, "sample-icon"), text);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.setId("sample-" + key);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(title.getText());
        button.getStyleClass().add("sample");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setPrefSize(WIDTH / 2, SAMPLE_HEIGHT);
        button.setOnAction(event -> model.openSample(sample, title.getText()));
        return button;
    }

    /** What a click does where the sample was opened before. */
    private void showBegun(Label label, boolean isBegun) {
        label.setText(isBegun ? messages.text("start.goesOn") : "");
        label.setManaged(isBegun);
    }

    private VBox drop() {
        Label words = Icons.label(messages.text("start.drop"), "muted");
        Button folder = Icons.button(BootstrapIcons.FOLDER, messages.text("start.newFolder"), choosers::folder);
        Button file = Icons.button(BootstrapIcons.FILE_EARMARK, messages.text("start.newFile"), choosers::anything);
        folder.setId("new-study-folder");
        file.setId("new-study-file");
        HBox buttons = new HBox(10, folder, file);
        buttons.setAlignment(Pos.CENTER);
        VBox zone = new VBox(10, words, buttons);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        return zone;
    }

    private HBox recentHeading() {
        Button open = Icons.button(BootstrapIcons.FOLDER2_OPEN, messages.text("start.openFile"), choosers::anything);
        open.setId("open-study");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(10, Icons.label(messages.text("start.recent"), "section-title"), space, open);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private StackPane busy(Watch watch) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(28, 28);
        Label words = new Label();
        HBox box = new HBox(12, wheel, words);
        box.setAlignment(Pos.CENTER);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        box.getStyleClass().addAll("card-box", "busy-box");
        StackPane cover = new StackPane(box);
        watch.on(model.openingProperty(), opening -> showBusy(cover, words, opening));
        showBusy(cover, words, model.openingProperty().get());
        return cover;
    }

    private void showBusy(StackPane cover, Label words, Optional<String> name) {
        cover.setVisible(name.isPresent());
        name.ifPresent(study -> words.setText(messages.text("start.opening", study)));
    }

    private void showRecent() {
        if (model.recent().isEmpty()) {
            recent.getChildren().setAll(Icons.label(messages.text("start.noRecent"), "muted"));
            return;
        }
        recent.getChildren()
                .setAll(model.recent().stream().limit(6).map(this::recentEntry).toList());
    }

    private Button recentEntry(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.tandem$", "");
        Path folder = file.toAbsolutePath().getParent();
        Label where = Icons.label(folder == null ? "" : folder.toString(), "muted");
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox content = new HBox(10, Icons.icon(BootstrapIcons.CLOCK_HISTORY, "muted-icon"), new Label(name), where);
        content.setAlignment(Pos.CENTER_LEFT);
        Button entry = new Button("", content);
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        entry.setAccessibleText(name);
        entry.setId("recent-" + name);
        entry.getStyleClass().addAll("flat", "recent");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setOnAction(event -> model.open(file));
        return entry;
    }

    private static Optional<Path> dragged(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.get(0).toPath()) : Optional.empty();
    }

    private void dragOver(DragEvent event) {
        if (dragged(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            drop.pseudoClassStateChanged(TARGET, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Optional<Path> file = dragged(event);
        file.ifPresent(model::take);
        event.setDropCompleted(file.isPresent());
        event.consume();
    }
}
