package app.tandem.workbench.common;

import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The marks of a study's tasks: the first free initial of the words of each name, then any free letter of it. */
    public static List<TaskMark> of(List<Task> tasks) {
        Set<String> taken = new TreeSet<>();
        List<TaskMark> marks = new ArrayList<>();
        for (int index = 0; index < tasks.size(); index++) {
            Task task = tasks.get(index);
            String letter = letter(task, index, taken);
            taken.add(letter);
            marks.add(new TaskMark(index, task.id(), task.name(), letter));
        }
        return List.copyOf(marks);
    }

    /** The letters of a set of tasks as they are read in tables: {@code N·K·T}. */
    public static String letters(List<TaskMark> marks, TaskSet tasks) {
        return tasks.stream().mapToObj(task -> marks.get(task).letter()).collect(Collectors.joining("·"));
    }

    private static String letter(Task task, int index, Set<String> taken) {
        List<String> candidates = new ArrayList<>();
        for (String word : task.name().split("[\\s_]+", -1)) {
            if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
                candidates.add(word.substring(0, 1));
            }
        }
        task.name().chars().filter(Character::isLetter).forEach(letter -> candidates.add(Character.toString(letter)));
        return candidates.stream()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .filter(letter -> !taken.contains(letter))
                .findFirst()
                .orElse(Integer.toString(index + 1));
    }
}
