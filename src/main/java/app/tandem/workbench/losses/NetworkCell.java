package app.tandem.workbench.losses;

import app.tandem.study.TaskSet;
import app.tandem.workbench.common.Icons;
import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.NetworkMark;
import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The tasks of a network as dots and letters, the seed of a row below it, or the words of the constant prediction. */
final class NetworkCell extends DrawnCell {

    /** With more tasks their dots would not be told apart. */
    static final int MOST_DOTS = 8;

    private static final int FIRST_LETTERS = 5;
    private static final double FAINT = 0.14;
    private static final double MARGIN = 16;
    private static final double FOLD = 17;
    private static final double DOT = 9;
    private static final double DOT_STEP = 13;
    private static final double INDENT = 20;

    private final LossesModel model;
    private final Messages messages;
    private final List<TaskMark> marks;
    private final List<Region> dots;
    private final Node fold = Icons.icon(BootstrapIcons.CHEVRON_RIGHT, "fold");
    private final Text text = addText("words");
    private double start = MARGIN;

    NetworkCell(LossesModel model, Messages messages, ShownRows rows, LossColumnView view) {
        super(rows, view);
        this.model = model;
        this.messages = messages;
        this.marks = List.copyOf(model.marks());
        this.dots = marks.size() > MOST_DOTS
                ? List.of()
                : marks.stream().map(NetworkMark::dot).toList();
        fold.setMouseTransparent(true);
        add(fold);
        dots.forEach(this::add);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /** The mark is small, and so is not asked to be hit exactly. */
    private void pressed(MouseEvent event) {
        LossRow row = row();
        if (row != null
                && fold.isVisible()
                && event.getButton() == MouseButton.PRIMARY
                && event.getX() < MARGIN + FOLD) {
            model.toggleSeeds(row);
            event.consume();
        }
    }

    @Override
    void draw(@Nullable LossRow row) {
        boolean network = row != null && row.network().isPresent() && row.seed().isEmpty();
        boolean seeds = model.facetsProperty().get().seeds().size() > 1;
        fold.setVisible(row != null && model.hasSeeds(row));
        fold.setRotate(row != null && model.showsSeeds(row) ? 90 : 0);
        TaskSet tasks = row == null ? TaskSet.EMPTY : tasks(row);
        for (int task = 0; task < dots.size(); task++) {
            dots.get(task).setVisible(network);
            dots.get(task).setOpacity(tasks.contains(task) ? 1 : FAINT);
        }
        start = MARGIN + (seeds ? FOLD : 0);
        if (row != null && row.seed().isPresent()) {
            start += INDENT;
        } else if (row != null && row.isConstant()) {
            start = MARGIN;
        }
        text.setText(row == null ? "" : words(row));
    }

    private static TaskSet tasks(LossRow row) {
        return row.network().map(network -> network.tasks()).orElse(TaskSet.EMPTY);
    }

    private String words(LossRow row) {
        if (row.seed().isPresent()) {
            return messages.text("losses.seed", row.seed().getAsInt());
        }
        return row.isConstant() ? messages.text("losses.constant") : letters(tasks(row));
    }

    /** All letters where there are few; else the first ones and how many there are, since measuring long words takes long. */
    private String letters(TaskSet tasks) {
        if (tasks.size() <= MOST_DOTS) {
            return TaskMark.letters(marks, tasks);
        }
        String first = tasks.stream()
                .limit(FIRST_LETTERS)
                .mapToObj(task -> marks.get(task).letter())
                .collect(Collectors.joining("·"));
        return first + " … (" + tasks.size() + ")";
    }

    @Override
    void place(double width, double height) {
        double middle = Math.rint(height / 2);
        fold.relocate(MARGIN, middle - fold.getLayoutBounds().getHeight() / 2);
        double x = start;
        boolean shown = !dots.isEmpty() && dots.get(0).isVisible();
        for (Region dot : shown ? dots : List.<Region>of()) {
            dot.resizeRelocate(x, middle - DOT / 2, DOT, DOT);
            x += DOT_STEP;
        }
        x += shown ? 4 : 0;
        WordsCell.fit(text, width - x);
        text.setX(x);
        text.setY(middle);
    }

    @Override
    String explanation(LossRow row) {
        String names =
                tasks(row).stream().mapToObj(task -> marks.get(task).name()).collect(Collectors.joining(", "));
        return row.isConstant() ? messages.text("losses.constant") : names;
    }
}
