package app.tandem.workbench;

import app.tandem.workbench.common.ActionControls;
import app.tandem.workbench.common.ColorTheme;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Logo;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.SavedState;
import app.tandem.workbench.common.Watch;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The study's menu and whether it is saved; every action by its name; undo and redo; language and theme. */
final class TopBar extends HBox {

    /** Of each side, so that the middle is in the middle. */
    private static final double SIDE = 320;

    private final Messages messages;

    TopBar(WorkbenchModel model, ShellActions actions, Messages messages, Watch watch) {
        this.messages = messages;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox left = side(Pos.CENTER_LEFT);
        HBox right = side(Pos.CENTER_RIGHT);
        Button menu = studyMenu(actions);
        left.getChildren().addAll(Logo.small(), menu);
        model.studyProperty()
                .get()
                .ifPresentOrElse(
                        study -> {
                            menu.textProperty().bind(study.nameProperty());
                            left.getChildren().add(saved(study, watch));
                        },
                        () -> menu.setText("Tandem"));
        actions.study().stream().limit(2).forEach(action -> {
            Button button = ActionControls.iconButton(action);
            button.setId(action.id().replace("shell.", ""));
            right.getChildren().add(button);
        });
        right.getChildren().addAll(language(actions), theme(model, actions, watch));
        getChildren().setAll(left, find(actions), right);
    }

    private static HBox side(Pos alignment) {
        HBox side = new HBox(10);
        side.setAlignment(alignment);
        side.setPrefWidth(SIDE);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private Button studyMenu(ShellActions actions) {
        Button menu = new Button("", Icons.icon(BootstrapIcons.CHEVRON_DOWN));
        menu.setContentDisplay(ContentDisplay.RIGHT);
        menu.setMnemonicParsing(false);
        menu.setId("study-menu");
        menu.getStyleClass().addAll("flat", "study-name");
        menu.setMinWidth(60);
        menu.setTooltip(new Tooltip(messages.text("top.menu")));
        ActionMenu.opens(menu, Side.BOTTOM, actions.menu());
        return menu;
    }

    private Label saved(OpenStudy study, Watch watch) {
        Label saved = Icons.whole("", "saved");
        saved.setId("saved-state");
        watch.on(study.savedProperty(), state -> show(saved, state));
        show(saved, study.savedProperty().get());
        return saved;
    }

    /** Looks like a field, since a click on it asks for words. */
    private static Button find(ShellActions actions) {
        Button find = ActionControls.button(actions.find());
        find.setId("open-palette");
        find.getStyleClass().add("find-action");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label words = Icons.label(actions.find().text(), "muted");
        Label keys = Icons.whole(actions.find().shownKeys().replace("+", " "), "find-keys");
        HBox content = new HBox(9, Icons.icon(BootstrapIcons.SEARCH, "muted-icon"), words, space, keys);
        content.setAlignment(Pos.CENTER_LEFT);
        find.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        find.setGraphic(content);
        find.setTooltip(null);
        return find;
    }

    private Button language(ShellActions actions) {
        Button button = ActionControls.iconButton(actions.language());
        button.setText(messages.language().other().ownName());
        button.setId("switch-language");
        button.getStyleClass().setAll("button", "hangul");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Button theme(WorkbenchModel model, ShellActions actions, Watch watch) {
        Button theme = ActionControls.iconButton(actions.theme());
        theme.setId("switch-theme");
        watch.on(model.themeProperty(), now -> theme.setGraphic(themeIcon(now)));
        theme.setGraphic(themeIcon(model.themeProperty().get()));
        return theme;
    }

    private static Node themeIcon(ColorTheme now) {
        return Icons.icon(now == ColorTheme.DARK ? BootstrapIcons.SUN : BootstrapIcons.MOON);
    }

    private void show(Label label, SavedState state) {
        label.setText(messages.text("saved." + state.kind().name()));
        label.setGraphic(Icons.icon(icon(state), "state-icon", styleClass(state)));
        label.setTooltip(
                state.fault().map(fault -> new Tooltip(messages.fault(fault))).orElse(null));
    }

    private static Ikon icon(SavedState state) {
        return switch (state.kind()) {
            case SAVED -> BootstrapIcons.CHECK2_CIRCLE;
            case SAVING -> BootstrapIcons.ARROW_REPEAT;
            case FAILED -> BootstrapIcons.EXCLAMATION_TRIANGLE;
            case READ_ONLY -> BootstrapIcons.INFO_CIRCLE;
        };
    }

    private static String styleClass(SavedState state) {
        return switch (state.kind()) {
            case SAVED -> "done";
            case SAVING, READ_ONLY -> "calm";
            case FAILED -> "failed";
        };
    }
}
