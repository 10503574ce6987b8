package app.tandem.workbench.common;

import app.tandem.report.TaskLetters;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a task is recognised everywhere: by its colour and by its letter.
 *
 * @param index among the study's tasks
 * @param letter unique in its study; one character where the names allow it
 */
public record TaskMark(int index, String id, String name, String letter) {

    /** The palette has this many colours; further tasks begin it again and are told apart by their letters. */
    public static final int COLORS = 8;

    /** The style class that defines {@code -task-color}. */
    public String styleClass() {
        return "task-" + index % COLORS;
    }

    /** The marks of a study's tasks; letters are the same as in figures and tables. */
    public static List<TaskMark> of(List<Task> tasks) {
        List<String> letters = TaskLetters.of(tasks.stream().map(Task::name).toList());
        return IntStream.range(0, tasks.size())
                .mapToObj(index -> new TaskMark(
                        index, tasks.get(index).id(), tasks.get(index).name(), letters.get(index)))
                .toList();
    }

    /** A network in a line of words: {@code ½ N·K}, or {@code N·K·T} where its encoder is full-size. */
    public static String words(List<TaskMark> marks, Network network) {
        String letters = letters(marks, network.tasks());
        boolean full = network.encoder().equals(EncoderSize.FULL);
        return full ? letters : EncoderWords.of(network.encoder()) + " " + letters;
    }

    /** The letters of a set of tasks as they are read in tables: {@code N·K·T}. */
    public static String letters(List<TaskMark> marks, TaskSet tasks) {
        return tasks.stream().mapToObj(task -> marks.get(task).letter()).collect(Collectors.joining("·"));
    }
}
