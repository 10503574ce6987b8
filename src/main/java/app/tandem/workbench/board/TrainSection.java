package app.tandem.workbench.board;

import app.tandem.owner.RunForecast;
import app.tandem.study.Study;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What is left to train, how long it takes here, and the choice of the candidates. */
final class TrainSection extends VBox {

    private final BoardModel model;
    private final BoardWords words;
    private final Label runs = Icons.label("");
    private final Label time = Icons.label("", "muted", "note");
    private final Button train;

    /** @param watchTraining leads to the page that shows it */
    TrainSection(BoardModel model, BoardWords words, Runnable watchTraining, Watch watch) {
        super(8);
        this.model = model;
        this.words = words;
        getStyleClass().add("side-section");
        runs.setWrapText(true);
        runs.setId("runs-left");
        time.setWrapText(true);
        train = Icons.button(BootstrapIcons.PLAY_FILL, words.text("train"), () -> {
            model.train();
            watchTraining.run();
        });
        train.setId("board-train");
        train.getStyleClass().add(Styles.SUCCESS);
        train.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(8, train, new CandidatesMenu(model, words, watchTraining, watch));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(Icons.label(words.text("toTrain"), "section-title"), runs, time, buttons);
        watch.on(model.candidatesProperty(), candidates -> show());
        show();
    }

    private void show() {
        Optional<RunForecast> planned = model.candidatesProperty().get().map(Candidates::planned);
        runs.setText(planned.map(this::counts).orElse(words.text("counting")));
        time.setText(planned.map(this::time).orElse(""));
        train.setDisable(
                model.isReadOnly() || planned.filter(now -> now.runs() > 0).isEmpty());
    }

    /** With all factors of the runs, and what comes on top of the candidates, so that no other count contradicts it. */
    private String counts(RunForecast planned) {
        Study study = model.boardProperty().get().study();
        int settings = study.settings().size();
        String counts = settings == 1
                ? words.text("planned", planned.networks(), study.seeds(), planned.runs())
                : words.text("planned.settings", planned.networks(), study.seeds(), planned.runs(), settings);
        int more = planned.networks() - study.networks().size();
        return more > 0 ? counts + ". " + words.text("planned.more", more) : counts;
    }

    private String time(RunForecast planned) {
        if (planned.runs() == 0) {
            return words.text("planned.done");
        }
        return planned.time()
                .map(time -> words.text("planned.time", words.duration(time)))
                .orElse(words.text("planned.unknown"));
    }
}
