package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void englishAndKoreanHaveTheSameKeysAndPlaces() throws IOException {
        Properties english = bundle("words.properties");
        Properties korean = bundle("words_ko.properties");
        assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(places(korean.getProperty(key)))
                .containsExactlyInAnyOrderElementsOf(places(english.getProperty(key))));
    }

    @Test
    void everyMeasureHasItsWords() {
        for (var measure : app.tandem.loss.Measure.values()) {
            assertThat(Words.ENGLISH.get("measure." + measure.id())).isNotBlank();
            assertThat(Words.ENGLISH.get("curve.measure." + measure.id())).isNotBlank();
        }
    }

    @Test
    void anUnspokenLanguageGetsEnglish() {
        assertThat(Words.in(Locale.FRENCH).get("sum")).isEqualTo("Sum");
        assertThat(Words.in(Locale.KOREA).get("sum")).isEqualTo("합");
    }

    private static List<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).toList();
    }
}
