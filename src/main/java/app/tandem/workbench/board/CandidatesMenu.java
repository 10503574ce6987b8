package app.tandem.workbench.board;

import app.tandem.grouping.GuidedSearch;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Which networks are trained: each choice with its number of new runs and the time they take here. */
final class CandidatesMenu extends MenuButton {

    private final BoardModel model;
    private final BoardWords words;

    private final Runnable watchTraining;

    /** @param watchTraining leads to the page that shows what a guided training does */
    CandidatesMenu(BoardModel model, BoardWords words, Runnable watchTraining, Watch watch) {
        super(words.text("candidates"), Icons.icon(BootstrapIcons.LIST_CHECK));
        this.model = model;
        this.words = words;
        this.watchTraining = watchTraining;
        setId("candidates");
        setDisable(model.isReadOnly());
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        watch.on(model.candidatesProperty(), candidates -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> items = model.candidatesProperty().get().map(this::items).orElseGet(() -> List.of(waiting()));
        getItems().setAll(items);
    }

    private List<MenuItem> items(Candidates candidates) {
        List<MenuItem> items = new ArrayList<>();
        candidates.choices().forEach(choice -> items.add(item(choice)));
        items.add(new SeparatorMenuItem());
        items.add(item(candidates.guided()));
        return items;
    }

    private MenuItem item(Candidates.Guided guided) {
        String budget = model.boardProperty().get().budget().toString();
        String limit = guided.limit().toString();
        String most = guided.most().runs() == 0
                ? words.text("guided.spent", limit)
                : words.text("guided.most", limit) + " · " + words.forecast(guided.most());
        String detail = guided.possible()
                ? words.text("guided.words") + "\n" + most
                : words.text("guided.impossible", GuidedSearch.MOST_TASKS);
        MenuItem item = new MenuItem(words.text("guided", budget) + "\n" + detail);
        item.setId("candidates-guided");
        item.getStyleClass().add("candidates-item");
        item.setMnemonicParsing(false);
        item.setDisable(!guided.possible());
        item.setOnAction(event -> {
            model.trainGuided(guided.setting());
            watchTraining.run();
        });
        return item;
    }

    private MenuItem waiting() {
        MenuItem item = new MenuItem(words.text("counting"));
        item.setDisable(true);
        return item;
    }

    private MenuItem item(Candidates.Choice choice) {
        RadioMenuItem item = new RadioMenuItem(title(choice) + "\n" + detail(choice));
        item.setId("candidates-" + choice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (choice.kind() == Candidates.Kind.UP_TO ? "-" + choice.most() : ""));
        item.getStyleClass().add("candidates-item");
        item.setMnemonicParsing(false);
        item.setSelected(choice.isCurrent());
        item.setDisable(choice.networks().isEmpty());
        item.setOnAction(event -> {
            model.choose(choice);
            fill();
        });
        return item;
    }

    private String title(Candidates.Choice choice) {
        return words.text("candidates." + choice.kind().name(), choice.most());
    }

    private String detail(Candidates.Choice choice) {
        if (!choice.refusal().isEmpty()) {
            return choice.refusal();
        }
        return choice.forecast()
                .map(forecast ->
                        words.text("candidates.networks", forecast.networks()) + " · " + words.forecast(forecast))
                .orElse(words.text("candidates.none"));
    }
}
