package app.tandem.workbench.start;

import app.tandem.data.DatasetCheck;
import app.tandem.data.DatasetListing;
import app.tandem.study.Split;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.LabelImages;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The images: one of them, how large they are, and how many there are to learn, to select and to report by. */
final class SplitCounts extends VBox {

    private static final double PICTURE = 92;

    private final NewStudyModel model;
    private final NewStudyWords words;
    private final ImageView picture = new ImageView();
    private final Label size = Icons.label("", "muted", "note");
    private final Label origin = Icons.label("", "muted", "note");
    private final List<Row> rows = new ArrayList<>();

    /** @param share of all images */
    private record Row(Split split, Label count, ProgressBar share) {}

    SplitCounts(NewStudyModel model, NewStudyWords words, Watch watch) {
        super(8);
        this.model = model;
        this.words = words;
        getStyleClass().add("card-box");
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(PICTURE + 2, PICTURE + 2);
        frame.setMaxSize(PICTURE + 2, PICTURE + 2);
        origin.setWrapText(true);
        origin.setMinHeight(USE_PREF_SIZE);
        VBox numbers = new VBox(6, grid(), origin);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        HBox body = new HBox(14, frame, numbers);
        body.setAlignment(Pos.TOP_LEFT);
        HBox head = new HBox(10, Icons.label(words.text("images"), "card-title"), size);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(head, body);
        watch.on(model.look().listingProperty(), now -> show());
        watch.on(model.look().checkProperty(), now -> show());
        watch.on(model.imageProperty(), now -> showPicture());
        show();
        showPicture();
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(5);
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints count = new ColumnConstraints();
        count.setHalignment(HPos.RIGHT);
        ColumnConstraints share = new ColumnConstraints();
        share.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, count, share);
        for (Split split : Split.values()) {
            Label number = Icons.whole("–", "figures");
            number.setId("new-count-" + split.id());
            ProgressBar bar = new ProgressBar(0);
            bar.getStyleClass().addAll("thin", "calm");
            bar.setMaxWidth(Double.MAX_VALUE);
            rows.add(new Row(split, number, bar));
            grid.addRow(grid.getRowCount(), Icons.whole(words.messages().text("split." + split.name())), number, bar);
        }
        return grid;
    }

    private void showPicture() {
        picture.setImage(model.imageProperty().get().map(LabelImages::image).orElse(null));
    }

    private void show() {
        Optional<DatasetListing> listing = model.look().listingProperty().get();
        Optional<DatasetCheck> check = model.look().checkProperty().get();
        origin.setText(listing.map(list -> words.origin(list.origin())).orElse(""));
        size.setText(listing.filter(list -> list.imageSize().isPresent())
                .map(list -> words.text("imageSize", list.imageSize().getAsInt()))
                .orElse(""));
        int total = Math.max(1, listing.map(DatasetListing::total).orElse(1));
        for (Row row : rows) {
            int listed = listing.map(list -> list.counts().getOrDefault(row.split(), 0))
                    .orElse(0);
            int usable = check.map(found -> found.usable().getOrDefault(row.split(), 0))
                    .orElse(listed);
            row.count().setText(listing.isEmpty() ? "–" : usable == listed ? "" + usable : usable + " / " + listed);
            row.share().setProgress(usable / (double) total);
        }
    }
}
