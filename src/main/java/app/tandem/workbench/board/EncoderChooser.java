package app.tandem.workbench.board;

import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.UserException;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** The size of a network's encoder: the usual shares by menu, any other by typing it. */
final class EncoderChooser extends StackPane {

    private static final int SMALLEST_USUAL = 5;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final BoardWords words;
    private final Consumer<EncoderSize> chosen;
    private final MenuButton button = new MenuButton();
    private final TextField field = new TextField();
    private final Tooltip fault = new Tooltip();
    private EncoderSize size = EncoderSize.FULL;

    EncoderChooser(BoardWords words, Consumer<EncoderSize> chosen) {
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("encoder-chooser");
        setAlignment(Pos.CENTER_RIGHT);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("pill");
        button.setOnShowing(event -> fillMenu());
        fillMenu();
        field.setPrefColumnCount(5);
        field.setMaxWidth(72);
        field.setAccessibleText(words.text("encoder.field"));
        field.setTooltip(fault);
        field.setOnAction(event -> commit());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closeField();
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                closeField();
            }
        });
        getChildren().setAll(button);
    }

    void show(EncoderSize now, String network) {
        size = now;
        button.setText(words.encoder(now));
        button.setAccessibleText(words.text("encoder.spoken", network, words.encoder(now)));
    }

    /** Shows the size without a choice. */
    void setReadOnly(boolean readOnly) {
        button.setDisable(readOnly);
    }

    void setIds(String letter) {
        button.setId("encoder-" + letter);
        field.setId("encoder-field-" + letter);
    }

    private void fillMenu() {
        button.getItems().clear();
        for (int share = 1; share <= SMALLEST_USUAL; share++) {
            EncoderSize usual = new EncoderSize(Fraction.of(1, share));
            RadioMenuItem item = new RadioMenuItem(words.encoder(usual));
            item.setId("size-" + share);
            item.setMnemonicParsing(false);
            item.setSelected(usual.equals(size));
            item.setOnAction(event -> chosen.accept(usual));
            button.getItems().add(item);
        }
        MenuItem other = new MenuItem(words.text("encoder.other"));
        other.setId("size-other");
        other.setOnAction(event -> openField());
        button.getItems().addAll(new SeparatorMenuItem(), other);
    }

    private void openField() {
        field.setText(size.toString());
        clearFault();
        getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
    }

    private void closeField() {
        if (getChildren().contains(field)) {
            boolean focused = field.isFocused();
            getChildren().setAll(button);
            if (focused) {
                button.requestFocus();
            }
        }
    }

    private void commit() {
        try {
            EncoderSize typed = EncoderSize.parse(field.getText());
            closeField();
            chosen.accept(typed);
        } catch (UserException e) {
            field.pseudoClassStateChanged(WRONG, true);
            fault.setText(e.what() + ". " + e.remedy() + ".");
            javafx.geometry.Bounds at = field.localToScreen(field.getBoundsInLocal());
            fault.show(field, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void clearFault() {
        field.pseudoClassStateChanged(WRONG, false);
        fault.setText(words.text("encoder.field"));
    }
}
