package app.tandem.workbench.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of errors in Korean. Below the window they are English, as the command line prints them; here the English text
 * is the key. A text that the list lacks stays English.
 */
final class ErrorWords {

    private static final String LIST = "/app/tandem/workbench/errors_ko.txt";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private record Entry(Pattern english, List<String> places, String korean, int letters) {}

    private final List<Entry> entries;

    private ErrorWords(List<Entry> entries) {
        this.entries = entries;
    }

    /** What the window has Korean words for; read from its own resources. */
    static ErrorWords korean() {
        List<Entry> entries = new ArrayList<>();
        pairs().forEach(pair -> entries.add(entry(pair.getKey(), pair.getValue())));
        // The text with the most words of its own is the one that is meant.
        entries.sort(Comparator.comparingInt(Entry::letters).reversed());
        return new ErrorWords(entries);
    }

    /** English text and Korean text, in the list's order. */
    static List<Map.Entry<String, String>> pairs() {
        List<String> lines = new ArrayList<>();
        try (InputStream stream = ErrorWords.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException("the build lacks " + LIST);
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            pairs.add(Map.entry(lines.get(i), lines.get(i + 1)));
        }
        return pairs;
    }

    private static Entry entry(String english, String korean) {
        StringBuilder pattern = new StringBuilder();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int end = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(english.substring(end, place.start()))).append("(.+?)");
            places.add(place.group());
            end = place.end();
        }
        pattern.append(Pattern.quote(english.substring(end)));
        int letters = PLACE.matcher(english).replaceAll("").length();
        return new Entry(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, korean, letters);
    }

    /** The text in Korean, also what it quotes; as it is where the list lacks it. */
    String say(String english) {
        for (Entry entry : entries) {
            Matcher match = entry.english().matcher(english);
            if (match.matches()) {
                String korean = entry.korean();
                for (int i = 0; i < entry.places().size(); i++) {
                    korean = korean.replace(entry.places().get(i), say(match.group(i + 1)));
                }
                return korean;
            }
        }
        return english;
    }
}
