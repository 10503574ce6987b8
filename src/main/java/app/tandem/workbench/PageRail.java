package app.tandem.workbench;

import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The five pages at the left. */
final class PageRail extends VBox {

    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);

    PageRail(WorkbenchModel model, ShellActions actions, Messages messages, Watch watch) {
        getStyleClass().add("page-rail");
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(messages.text("page." + page.name()), Icons.icon(icon(page, false)));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setId("page-" + page.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("rail-button");
            actions.page(page).ifPresent(go -> {
                button.setTooltip(new Tooltip(button.getText() + " (" + go.shownKeys() + ")"));
                button.setOnAction(event -> {
                    button.setSelected(true);
                    go.perform();
                });
            });
            button.selectedProperty()
                    .addListener((property, before, selected) -> button.setGraphic(Icons.icon(icon(page, selected))));
            buttons.put(page, button);
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(buttons.values());
        getChildren().addAll(space, settings(actions, messages));
        watch.on(model.pageProperty(), this::show);
        show(model.pageProperty().get());
    }

    private static Button settings(ShellActions actions, Messages messages) {
        Button settings = new Button(messages.text("shell.settings"), Icons.icon(BootstrapIcons.GEAR));
        settings.setContentDisplay(ContentDisplay.TOP);
        settings.setMnemonicParsing(false);
        settings.setMaxWidth(Double.MAX_VALUE);
        settings.setId("settings");
        settings.getStyleClass().add("rail-button");
        ActionMenu.opens(settings, Side.RIGHT, actions.settings());
        return settings;
    }

    private void show(Page page) {
        ToggleButton button = buttons.get(page);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private static Ikon icon(Page page, boolean selected) {
        return switch (page) {
            case BOARD -> selected ? BootstrapIcons.KANBAN_FILL : BootstrapIcons.KANBAN;
            case TRAIN -> selected ? BootstrapIcons.CPU_FILL : BootstrapIcons.CPU;
            case LOSSES -> BootstrapIcons.TABLE;
            case GROUPING -> selected ? BootstrapIcons.DIAGRAM_3_FILL : BootstrapIcons.DIAGRAM_3;
            case REPORT -> selected ? BootstrapIcons.FILE_EARMARK_RICHTEXT_FILL : BootstrapIcons.FILE_EARMARK_RICHTEXT;
        };
    }
}
