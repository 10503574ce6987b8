package app.tandem.workbench.grouping;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Stability;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The best grouping at the budget and those after it: how far they are from it, and how often each wins over seeds. */
final class RankingCard extends VBox {

    /**
     * @param wins the share of resamples in which it wins
     * @param rival its difference from the best over the resamples; empty for the best itself
     */
    private record Row(
            int rank, Selection selection, double overBest, Optional<Double> wins, Optional<Stability.Rival> rival) {}

    private static final double ALL_COLUMNS = 460;

    private final GroupingModel model;
    private final Messages messages;
    private final GroupingWords say;
    private final SelectionTable<Row> table;
    private final Label verdict = Icons.label("", "muted", "facts");
    private final Button again;
    private final Button moreSeeds;
    private boolean showing;

    /** @param addSeeds offers to train every network more often */
    RankingCard(GroupingModel model, Messages messages, Runnable addSeeds, Watch watch) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.say = new GroupingWords(model, messages);
        this.table = table();
        this.again = Icons.button(BootstrapIcons.ARROW_REPEAT, messages.text("seeds.again"), model::searchAgain);
        again.setId("resample-again");
        again.getStyleClass().add("small");
        again.setMinWidth(USE_PREF_SIZE);
        again.managedProperty().bind(again.visibleProperty());
        this.moreSeeds = Icons.button(BootstrapIcons.PLUS, messages.text("seeds.add"), addSeeds);
        moreSeeds.setId("add-seeds");
        moreSeeds.getStyleClass().add("small");
        moreSeeds.setMinWidth(USE_PREF_SIZE);
        moreSeeds.managedProperty().bind(moreSeeds.visibleProperty());
        verdict.setId("seed-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        HBox below = new HBox(8, verdict, again, moreSeeds);
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().add("card-box");
        getChildren().setAll(Icons.label(messages.text("grouping.runnerUps"), "card-title"), table, below);
        watch.on(model.stateProperty(), state -> show());
        watch.on(model.verdictProperty(), now -> show());
        watch.on(model.resamplingProperty(), now -> showVerdict());
        show();
    }

    private SelectionTable<Row> table() {
        SelectionTable<Row> made = new SelectionTable<>(messages.text("grouping.noRunnerUps"));
        made.setId("runner-ups");
        made.words("", 28, row -> Integer.toString(row.rank()));
        made.words(messages.text("grouping.networks"), 126, row -> say.networks(row.selection()));
        TableColumn<Row, String> validation = made.numbers(
                messages.text("split.VALIDATION"),
                84,
                row -> Messages.loss(row.selection().validationLoss()));
        made.numbers(
                messages.text("grouping.overBest"), 76, row -> row.rank() == 1 ? "" : Messages.percent(row.overBest()));
        TableColumn<Row, String> interval = made.numbers(messages.text("seeds.interval"), 92, RankingCard::interval);
        TableColumn<Row, String> wins = made.numbers(messages.text("seeds.wins"), 58, row -> row.wins()
                .map(share -> Math.round(100 * share) + " %")
                .orElse(""));
        ObservableValue<Boolean> known =
                model.verdictProperty().map(now -> now.stability().isPresent());
        interval.visibleProperty().bind(known);
        wins.visibleProperty().bind(known);
        // Where there is not room for all of it, the distance and how sure it is say more than the loss.
        validation
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !known.getValue() || made.getWidth() >= ALL_COLUMNS, known, made.widthProperty()));
        made.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.show(after.selection());
            }
        });
        return made;
    }

    /** {@code −0.2 … 1.5}, in percent. */
    private static String interval(Row row) {
        return row.rival()
                .map(rival -> Messages.number(100 * rival.low()) + " … " + Messages.number(100 * rival.high()))
                .orElse("");
    }

    private void show() {
        showing = true;
        try {
            GroupingState state = model.stateProperty().get();
            Optional<Stability> known = model.verdictProperty().get().stability();
            List<Row> rows = new ArrayList<>();
            state.best().ifPresent(best -> {
                rows.add(new Row(1, best, 0, known.map(Stability::wins), Optional.empty()));
                for (int i = 0; i < state.runnerUps().size(); i++) {
                    int index = i;
                    Selection next = state.runnerUps().get(i);
                    Optional<Stability.Rival> rival =
                            known.map(stability -> stability.rivals().get(index));
                    double overBest = next.validationLoss() / best.validationLoss() - 1;
                    rows.add(new Row(i + 2, next, overBest, rival.map(Stability.Rival::wins), rival));
                }
            });
            table.show(rows, state.shown().map(ShownGrouping::rank).orElse(0) - 1);
            showVerdict();
        } finally {
            showing = false;
        }
    }

    private void showVerdict() {
        SeedVerdict now = model.verdictProperty().get();
        again.setVisible(now.kind() == SeedVerdict.Kind.STOPPED);
        moreSeeds.setVisible(now.kind() == SeedVerdict.Kind.FEW_SEEDS && model.isTrainable());
        verdict.setText(words(now));
        verdict.setTooltip(now.kind() == SeedVerdict.Kind.KNOWN ? new Tooltip(messages.text("seeds.how")) : null);
    }

    private String words(SeedVerdict now) {
        return switch (now.kind()) {
            case NOTHING -> "";
            case WORKING ->
                messages.text(
                        "seeds.working",
                        Math.round(100
                                * Math.max(0, model.resamplingProperty().get().orElse(0))));
            case STOPPED -> messages.text("seeds.stopped");
            case FEW_SEEDS -> messages.text("seeds.few", now.seeds(), Stability.LEAST_SEEDS);
            case MANY_TASKS -> messages.text("seeds.many", Stability.MOST_TASKS);
            case KNOWN -> now.stability().map(this::words).orElse("");
        };
    }

    private String words(Stability known) {
        String wins = messages.text(
                known.isPooled() ? "seeds.winsPooled" : "seeds.winsOwn",
                Math.round(100 * known.wins()),
                known.resamples(),
                known.seeds());
        return known.isWithinNoise() ? wins + " " + messages.text("seeds.noise") : wins;
    }
}
