package app.tandem.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");

    private final ErrorWords words = ErrorWords.korean();
    private final Messages korean = Messages.in(Language.KOREAN);

    @Test
    void anErrorIsToldInKoreanWithItsPlaceAndItsValues() {
        assertThat(korean.fault(new UserException(
                        "The file could not be written (No space left on device)",
                        "/mnt/a.csv",
                        "Choose a folder you may write to, with room on its disk")))
                .isEqualTo("/mnt/a.csv: 파일을 쓰지 못했습니다(No space left on device). 쓸 권한이 있고 디스크에 공간이 있는 폴더를 고르세요.");
    }

    @Test
    void whatAnErrorQuotesOfAnotherIsKoreanToo() {
        assertThat(words.say("The last edits are not saved yet: The disk is full, so the study could not be saved; "
                        + "what was saved before is safe"))
                .isEqualTo("마지막 편집이 아직 저장되지 않았습니다: 디스크가 가득 차서 연구를 저장하지 못했습니다. 이전에 저장된 것은 안전합니다");
        assertThat(words.say("Free some space and try again. They are kept while Tandem runs, and saved as soon as "
                        + "that works"))
                .startsWith("공간을 비우고 다시 해 보세요. 편집은");
    }

    @Test
    void whatIsWrongWithAnImageIsKoreanToo() {
        assertThat(words.say("The image is damaged: it is cut off")).isEqualTo("이미지가 손상되었습니다: 파일이 중간에서 끊겼습니다");
    }

    @Test
    void whyARunFailedIsToldSentenceBySentence() {
        assertThat(korean.reason(
                        "2 runs in a row failed alike. The run ran out of memory (no room). Use a smaller batch or"
                                + " input size, or close other programs."))
                .isEqualTo("실행 2개가 잇따라 같은 까닭으로 실패했습니다. 메모리가 모자랐습니다(no room). 배치나 입력 크기를 줄이거나 다른 프로그램을 닫으세요.");
        assertThat(korean.reason("/mnt/rooms: The dataset's folder is not there. Something new."))
                .startsWith("/mnt/rooms: ")
                .endsWith(" Something new.")
                .doesNotContain("dataset's");
        assertThat(Messages.in(Language.ENGLISH).reason("a: The worker was ended by signal 9"))
                .isEqualTo("a: The worker was ended by signal 9");
    }

    @Test
    void aTextThatTheListLacksStaysAsItIs() {
        assertThat(words.say("The moon is full")).isEqualTo("The moon is full");
        assertThat(words.say("")).isEmpty();
    }

    @Test
    void aTextInEnglishIsLeftAloneInTheEnglishWindow() {
        assertThat(Messages.in(Language.ENGLISH)
                        .fault(new UserException("There is no such file", "a", "Check its rights")))
                .isEqualTo("a: There is no such file. Check its rights.");
    }

    @Test
    void everyTextOfTheListIsSaidSomewhereAndKeepsItsValues() throws IOException {
        String sources = sources();
        for (Map.Entry<String, String> pair : ErrorWords.pairs()) {
            assertThat(PLACE.split(pair.getKey())).as(pair.getKey()).allMatch(sources::contains);
            assertThat(places(pair.getValue())).as(pair.getValue()).isEqualTo(places(pair.getKey()));
        }
        assertThat(ErrorWords.pairs()).hasSizeGreaterThan(80);
        assertThat(ErrorWords.pairs()).extracting(Map.Entry::getKey).doesNotHaveDuplicates();
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }

    /** All of Tandem's own sources, with texts that go over several lines put together. */
    private static String sources() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.add(SEAM.matcher(Files.readString(file)).replaceAll(""));
            }
        }
        return String.join("\n", all);
    }
}
