package app.tandem.workbench.design;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A field whose text is taken as it is typed; it is marked while that does not fit. */
final class CheckedField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private boolean showing;

    /** @param words what it is for, read aloud */
    CheckedField(String id, String words, double width, Consumer<String> typed) {
        setId(id);
        setAccessibleText(words);
        setPrefWidth(width);
        setMinWidth(width);
        textProperty().addListener((property, before, after) -> {
            if (!showing) {
                typed.accept(after);
            }
        });
    }

    void show(String text, boolean wrong) {
        if (!getText().equals(text)) {
            showing = true;
            setText(text);
            showing = false;
        }
        pseudoClassStateChanged(WRONG, wrong);
    }
}
