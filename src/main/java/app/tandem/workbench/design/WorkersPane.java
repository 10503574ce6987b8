package app.tandem.workbench.design;

import app.tandem.run.Device;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** How many runs this machine trains at a time, and on what. */
public final class WorkersPane extends VBox {

    private static final double WIDTH = 560;
    private static final double NAMES = 150;
    private static final double FIELD = 230;

    private final WorkersModel model;
    private final Messages messages;
    private final CheckedField count;
    private final ComboBox<Device> device = new ComboBox<>();
    private final Label fault = Icons.label("", "worse", "note");
    private final Label machine = Icons.label("", "muted");
    private final Button apply;
    private boolean showing;

    /** @param close puts the sheet away */
    public WorkersPane(WorkersModel model, Messages messages, Watch watch, Runnable close) {
        this.model = model;
        this.messages = messages;
        this.count = new CheckedField("workers-count", messages.text("workers.count"), FIELD, model::typeCount);
        this.apply = Icons.button(BootstrapIcons.CHECK2, messages.text("design.apply"), () -> model.apply(close));
        setId("workers-sheet");
        getStyleClass().addAll("shell", "palette", "design-sheet");
        getStylesheets()
                .add(WorkersPane.class
                        .getResource("/app/tandem/workbench/design.css")
                        .toExternalForm());
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        count.setOnAction(event -> model.apply(close));
        getChildren().setAll(heading(close), fields(), words(machine), when(), bar());
        watch.on(model.countProperty(), now -> show());
        watch.on(model.deviceProperty(), now -> show());
        watch.on(model.offerProperty(), now -> show());
        watch.on(model.faultProperty(), now -> show());
        show();
    }

    /** Takes the focus. */
    public void begin() {
        count.requestFocus();
        count.selectAll();
    }

    private HBox heading(Runnable close) {
        Button leave = Icons.iconButton(BootstrapIcons.X, messages.text("common.close"), close);
        leave.getStyleClass().add("flat");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(Icons.label(messages.text("workers.title"), "page-title"), space, leave);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private GridPane fields() {
        device.setId("workers-device");
        device.setPrefWidth(FIELD);
        device.setAccessibleText(messages.text("workers.device"));
        device.setCellFactory(list -> new WordCell<>(this::words));
        device.setButtonCell(new WordCell<>(this::words));
        device.setOnAction(event -> {
            if (!showing && device.getValue() != null) {
                model.choose(device.getValue());
            }
        });
        fault.setId("workers-fault");
        words(fault);
        Label first = Icons.label(messages.text("workers.count"));
        Label second = Icons.label(messages.text("workers.device"));
        first.setLabelFor(count);
        second.setLabelFor(device);
        first.setMinWidth(NAMES);
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(5);
        grid.addRow(0, first, count);
        grid.add(fault, 1, 1);
        grid.addRow(2, second, device);
        return grid;
    }

    private static Label words(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Label when() {
        return words(Icons.label(messages.text("workers.when"), "muted", "note"));
    }

    private HBox bar() {
        apply.setId("workers-apply");
        apply.getStyleClass().add(Styles.SUCCESS);
        HBox bar = new HBox(apply);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("design-bar");
        return bar;
    }

    private void show() {
        showing = true;
        try {
            Optional<WorkersModel.Offer> offer = model.offerProperty().get();
            Device chosen = model.deviceProperty().get();
            List<Device> devices = offer.map(WorkersModel.Offer::devices).orElse(List.of(chosen));
            if (!device.getItems().equals(devices)) {
                device.getItems().setAll(devices);
            }
            device.setValue(chosen);
            boolean wrong = model.faultProperty().get().isPresent();
            count.show(model.countProperty().get(), wrong);
            count.setPromptText(offer.map(known -> messages.text("workers.fit", known.fitting(chosen)))
                    .orElse(""));
            fault.setText(model.faultProperty()
                    .get()
                    .map(why -> new DesignWords(messages).fault(why))
                    .orElse(""));
            fault.setVisible(wrong);
            fault.setManaged(wrong);
            machine.setText(offer.map(known -> messages.text("workers.machine", known.cores(), known.gpus()))
                    .orElseGet(() -> messages.text("workers.looking")));
            apply.setDisable(wrong);
        } finally {
            showing = false;
        }
    }

    private String words(Device each) {
        return each.kind() == Device.Kind.CUDA
                ? messages.text("workers.gpu", each.index())
                : messages.text("workers.device." + each.kind().name());
    }
}
