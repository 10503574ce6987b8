package app.tandem.workbench.start;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A field whose text is taken when Enter is pressed or the field is left; Escape puts back what it was. */
final class TypedField extends TextField {

    private final Consumer<String> taken;
    private String shown = "";

    /** @param words what it is for, read aloud */
    TypedField(String id, String words, int columns, Consumer<String> taken) {
        this.taken = taken;
        setId(id);
        setAccessibleText(words);
        setPrefColumnCount(columns);
        setOnAction(event -> take());
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                setText(shown);
                event.consume();
            }
        });
    }

    private void take() {
        if (!getText().equals(shown)) {
            taken.accept(getText());
        }
    }

    /** Shows what it stands at now. Words that were not taken stay to be corrected, until it stands at something else. */
    void show(String value) {
        if (!value.equals(shown) || getText().isEmpty()) {
            shown = value;
            setText(value);
        }
    }
}
