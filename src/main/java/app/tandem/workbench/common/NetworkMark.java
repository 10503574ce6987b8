package app.tandem.workbench.common;

import app.tandem.study.TaskSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The tasks of a network as dots in their colours, with their letters beside them. */
public final class NetworkMark extends HBox {

    private NetworkMark(String accessibleText) {
        getStyleClass().add("network-mark");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(accessibleText);
    }

    /** A dot for each of its tasks. */
    public static NetworkMark compact(List<TaskMark> marks, TaskSet tasks) {
        NetworkMark mark = new NetworkMark(TaskMark.letters(marks, tasks));
        tasks.stream().forEach(task -> mark.getChildren().add(dot(marks.get(task))));
        mark.getChildren().add(Icons.label(TaskMark.letters(marks, tasks), "letters"));
        return mark;
    }

    /** A dot for every task of the study, faint where the network does not have it, so that columns of dots align. */
    public static NetworkMark aligned(List<TaskMark> marks, TaskSet tasks) {
        NetworkMark mark = new NetworkMark(TaskMark.letters(marks, tasks));
        for (TaskMark task : marks) {
            Region dot = dot(task);
            if (!tasks.contains(task.index())) {
                dot.getStyleClass().add("off");
            }
            mark.getChildren().add(dot);
        }
        mark.getChildren().add(Icons.label(TaskMark.letters(marks, tasks), "letters"));
        return mark;
    }

    /** The colour of one task. */
    public static Region dot(TaskMark task) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", task.styleClass());
        return dot;
    }
}
