package app.tandem.workbench.losses;

import java.util.function.Function;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Words or a number of a row. */
final class WordsCell extends DrawnCell {

    private static final String CUT = "…";

    private final Text text = addText("words");
    private final Function<LossRow, String> words;
    private final boolean atEnd;
    private final double end;

    /**
     * @param atEnd whether it stands at the right, as numbers do
     * @param end the room at the right, in pixels
     */
    WordsCell(Function<LossRow, String> words, boolean atEnd, double end, ShownRows rows, LossColumnView view) {
        super(rows, view);
        this.words = words;
        this.atEnd = atEnd;
        this.end = end;
    }

    @Override
    void draw(@Nullable LossRow row) {
        text.setText(row == null ? "" : words.apply(row));
    }

    @Override
    void place(double width, double height) {
        fit(text, width - PADDING - end);
        text.setX(atEnd ? Math.rint(width - end - text.getLayoutBounds().getWidth()) : PADDING);
        text.setY(Math.rint(height / 2));
    }

    /** Leaves out the last letters of what is too long. */
    static void fit(Text text, double room) {
        String whole = text.getText();
        while (room > 0 && text.getLayoutBounds().getWidth() > room && whole.length() > 1) {
            double share = room / text.getLayoutBounds().getWidth();
            whole = whole.substring(0, Math.max(1, Math.min(whole.length() - 1, (int) (whole.length() * share))));
            text.setText(whole + CUT);
        }
    }

    @Override
    String explanation(LossRow row) {
        return words.apply(row);
    }
}
