package app.tandem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sign of one letter for each task, so that a network can be named in little room: S, D, N, K and T for semantic
 * segmentation, depth, surface normals, 2-D keypoints and texture edges.
 */
public final class TaskLetters {

    private TaskLetters() {}

    /**
     * Different signs for the tasks, in their order. Each is the first letter of a word of the task's name that no task
     * before it has, words of a single letter last; else any letter of the name; else a number.
     */
    public static List<String> of(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> letters = new ArrayList<>();
        for (int task = 0; task < names.size(); task++) {
            String letter = Integer.toString(task + 1);
            for (String candidate : candidates(names.get(task))) {
                if (!taken.contains(candidate)) {
                    letter = candidate;
                    break;
                }
            }
            taken.add(letter);
            letters.add(letter);
        }
        return letters;
    }

    private static Set<String> candidates(String name) {
        Set<String> candidates = new LinkedHashSet<>();
        List<String> words = new ArrayList<>(List.of(name.split("[^\\p{L}\\p{N}]+", -1)));
        words.sort(Comparator.comparing(word -> word.codePointCount(0, word.length()) < 2));
        for (String word : words) {
            word.codePoints().limit(1).filter(Character::isLetter).forEach(c -> candidates.add(upper(c)));
        }
        name.codePoints().filter(Character::isLetter).forEach(c -> candidates.add(upper(c)));
        return candidates;
    }

    private static String upper(int letter) {
        return Character.toString(letter).toUpperCase(Locale.ROOT);
    }
}
