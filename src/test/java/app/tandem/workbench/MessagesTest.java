package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.UserException;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(bundle("messages_ko").keySet()).isEqualTo(bundle("messages").keySet());
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        Map<String, String> korean = bundle("messages_ko");
        bundle("messages")
                .forEach((key, english) ->
                        assertThat(places(korean.getOrDefault(key, ""))).as(key).isEqualTo(places(english)));
    }

    @Test
    void noWordsAreLostToTheQuotesOfAPattern() throws IOException {
        assertThat(bundle("messages").values()).noneMatch(words -> words.contains("'"));
        assertThat(bundle("messages_ko").values()).noneMatch(words -> words.contains("'"));
    }

    @Test
    void anErrorOfTheUserIsToldWithPlaceAndRemedy() {
        Messages messages = Messages.in(Language.ENGLISH);
        assertThat(messages.fault(new UserException("The file is damaged", "a.tandem", "Restore a copy")))
                .isEqualTo("a.tandem: The file is damaged. Restore a copy.");
        assertThat(messages.fault(new IllegalStateException("boom"))).contains("boom");
    }

    @Test
    void timesAreReadAtAGlance() {
        Messages messages = Messages.in(Language.ENGLISH);
        assertThat(Messages.clock(Duration.ofSeconds(14))).isEqualTo("0:14");
        assertThat(Messages.clock(Duration.ofSeconds(3760))).isEqualTo("1:02:40");
        assertThat(messages.duration(Duration.ofSeconds(100))).isEqualTo("1 min 40 s");
        assertThat(Messages.in(Language.KOREAN).duration(Duration.ofSeconds(100)))
                .isEqualTo("1분 40초");
    }

    @Test
    void numbersKeepTheirSignAndTheirDigits() {
        assertThat(Messages.percent(0.0421)).isEqualTo("+4.2 %");
        assertThat(Messages.percent(-0.113)).isEqualTo("−11.3 %");
        assertThat(Messages.percent(0.0001)).isEqualTo("±0.0 %");
        assertThat(Messages.loss(0.44612)).isEqualTo("0.4461");
        assertThat(Messages.loss(1.188))
                .as("as many digits as the losses beside it")
                .isEqualTo("1.1880");
        assertThat(Messages.loss(12.3456)).isEqualTo("12.3456");
        assertThat(Messages.loss(123.456)).isEqualTo("123.46");
        assertThat(Messages.loss(Double.NaN)).isEqualTo("–");
    }

    private static Set<String> places(String words) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(words).results().forEach(match -> places.add(match.group()));
        return places;
    }

    private static Map<String, String> bundle(String name) throws IOException {
        String file = "/app/tandem/workbench/" + name + ".properties";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
        return words;
    }

    @Test
    void whatIsShownAsNoChangeIsNeitherBetterNorWorse() {
        for (double share : new double[] {0, 0.0004, -0.0004, -0.0}) {
            assertThat(Messages.percent(share)).isEqualTo("±0.0 %");
            assertThat(Messages.tone(share)).as("" + share).isEmpty();
        }
        assertThat(Messages.tone(-0.001)).containsExactly("better");
        assertThat(Messages.tone(0.001)).containsExactly("worse");
    }
}
