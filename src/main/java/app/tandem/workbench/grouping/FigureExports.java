package app.tandem.workbench.grouping;

import app.tandem.report.Figure;
import app.tandem.report.FigurePreset;
import app.tandem.report.FigureStyle;
import app.tandem.workbench.common.Exports;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The figures of the page as files, each for the place where it is going to stand. */
final class FigureExports extends MenuButton {

    private final Messages messages;
    private final Exports exports;

    FigureExports(Messages messages, Exports exports) {
        super(messages.text("grouping.exportFigure"), Icons.icon(BootstrapIcons.IMAGE));
        this.messages = messages;
        this.exports = exports;
        setId("export-figure");
        setMinWidth(USE_PREF_SIZE);
    }

    /**
     * Offers a figure.
     *
     * @param key of its name in the menu
     * @param file the name that is proposed for its file
     */
    void add(String key, String file, Supplier<Optional<? extends Figure>> figure) {
        Menu menu = new Menu(messages.text(key));
        for (FigurePreset preset : FigurePreset.values()) {
            MenuItem item = new MenuItem(messages.text("report.preset." + preset.name()));
            item.setId(file + "-" + preset.id());
            FigureStyle style = new FigureStyle(preset, preset.textSize());
            item.setOnAction(event -> figure.get()
                    .ifPresent(drawn -> exports.figure(getScene().getWindow(), file, drawn, style.size(drawn))));
            menu.getItems().add(item);
        }
        // What cannot be drawn now is not offered now.
        showingProperty()
                .addListener((property, before, showing) ->
                        menu.setDisable(figure.get().isEmpty()));
        getItems().add(menu);
    }
}
