package app.tandem.workbench.grouping;

import app.tandem.grouping.Optimal;
import app.tandem.report.CsvTable;
import app.tandem.report.Table;
import app.tandem.report.Words;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Every method beside the best: what it finds at the budget, what it costs, and how right its estimates are. */
final class MethodsPane extends StackPane {

    private final GroupingModel model;
    private final MethodsModel methods;
    private final Messages messages;
    private final Words words;
    private final SelectionTable<MethodRow> table;
    private final Label state = Icons.label("", "muted", "facts");
    private final Button compare;
    private final Button stop;
    private final Button csv;
    private final HBox controls = new HBox(8);
    private boolean showing;

    MethodsPane(GroupingModel model, Messages messages, Exports exports, Watch watch) {
        this.model = model;
        this.methods = model.methods();
        this.messages = messages;
        this.words = Words.in(messages.language().locale());
        this.table = table();
        compare = Icons.button(BootstrapIcons.PLAY, messages.text("methods.compare"), methods::resume);
        compare.setId("compare-methods");
        stop = Icons.button(BootstrapIcons.X, messages.text("grouping.stopSearch"), methods::stop);
        stop.setId("stop-comparing");
        csv = Icons.button(
                BootstrapIcons.DOWNLOAD,
                messages.text("methods.csv"),
                () -> exports.text(getScene().getWindow(), "methods.csv", "CSV", csvOfShown()));
        csv.setId("export-methods");
        state.setId("methods-state");
        for (Button button : List.of(compare, stop, csv)) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.getChildren().setAll(state, compare, stop, csv);
        getChildren().setAll(table);
        watch.on(model.stateProperty(), now -> show());
        watch.on(methods.stateProperty(), now -> show());
        watch.on(methods.progressProperty(), now -> showState());
        show();
    }

    /** Stand beside the choice of the tables. */
    HBox controls() {
        return controls;
    }

    private SelectionTable<MethodRow> table() {
        SelectionTable<MethodRow> made = new SelectionTable<>(messages.text("methods.none"));
        made.setId("methods-table");
        made.checks(
                32,
                row -> row.hasCurve() && !isOptimal(row),
                row -> methods.stateProperty().get().isSeen(row.id()),
                (row, wanted) -> methods.showCurve(row.id(), wanted),
                row -> messages.text("methods.curveOf", words.method(row.id())));
        made.getStyleClass().add("tall-headers");
        made.words(messages.text("methods.method"), 118, row -> words.method(row.id()));
        made.numbers(messages.text("split.TEST"), 84, 60, this::testLoss);
        made.numbers(messages.text("methods.over"), 92, 58, row -> percent(row.excess()));
        made.numbers(messages.text("methods.meanOver"), 92, 58, row -> percent(row.meanExcess()));
        made.numbers(messages.text("methods.training"), 92, 68, row -> number(row.meanTraining(), 1));
        made.numbers(messages.text("methods.correlation"), 140, 116, MethodsPane::correlation);
        made.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                choose(after);
            }
        });
        return made;
    }

    private void choose(MethodRow row) {
        if (isOptimal(row)) {
            model.showBest();
        } else {
            model.showMethod(row.id());
        }
    }

    private static boolean isOptimal(MethodRow row) {
        return row.id().equals(new Optimal().id());
    }

    private String testLoss(MethodRow row) {
        if (row.testLoss().isPresent()) {
            return Messages.loss(row.testLoss().getAsDouble());
        }
        return row.lacksRuns() ? messages.text("methods.needs") : "–";
    }

    private static String percent(OptionalDouble value) {
        return value.isPresent() ? Messages.percent(value.getAsDouble() / 100) : "–";
    }

    private static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble()) : "–";
    }

    /** {@code 0.82 / 0.60 (75)}, also where it is poor. */
    private static String correlation(MethodRow row) {
        return row.correlation()
                .map(known -> number(known.pearson(), 2) + " / " + number(known.spearman(), 2) + " (" + known.n() + ")")
                .orElse("–");
    }

    private void show() {
        showing = true;
        try {
            List<MethodRow> rows = rows();
            String shown = model.stateProperty()
                    .get()
                    .shown()
                    .map(drawn -> switch (drawn.kind()) {
                        case BEST -> new Optimal().id();
                        case METHOD -> drawn.name();
                        case RUNNER_UP, MINE -> "";
                    })
                    .orElse("");
            table.show(rows, rows.stream().map(MethodRow::id).toList().indexOf(shown));
            table.refresh();
            csv.setVisible(!rows.isEmpty());
            showState();
        } finally {
            showing = false;
        }
    }

    private List<MethodRow> rows() {
        return MethodRow.of(
                methods.stateProperty().get(), model.stateProperty().get().budget());
    }

    private void showState() {
        Methods now = methods.stateProperty().get();
        stop.setVisible(now.phase() == Methods.Phase.WORKING);
        compare.setVisible(now.phase() == Methods.Phase.WAITING || now.phase() == Methods.Phase.STOPPED);
        state.setText(
                switch (now.phase()) {
                    case WORKING ->
                        messages.text(
                                "methods.working",
                                Math.round(100
                                        * Math.max(
                                                0,
                                                methods.progressProperty().get().orElse(0))));
                    case REFUSED -> now.refusal().map(messages::fault).orElse("");
                    case WAITING ->
                        messages.text(now.comparison().isPresent() ? "methods.outdated" : "methods.waiting");
                    case STOPPED -> messages.text("methods.stopped");
                    case NOTHING, KNOWN -> "";
                });
    }

    /** The table as it is shown now, with all digits. */
    private Supplier<String> csvOfShown() {
        Table shown = MethodTable.of(rows(), words);
        return () -> CsvTable.format(shown);
    }
}
