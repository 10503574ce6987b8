package app.tandem.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.UserException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongAnswerTest {

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();
    private final Threads threads = new Threads(later::add, Runnable::run);
    private final LongAnswer<String, String> answers =
            new LongAnswer<>(threads, this::work, (before, after) -> before.charAt(0) != after.charAt(0), faults::add);

    private String work(String question, LongAnswer.Course course) {
        worked.add(question);
        course.progressed(0.5);
        assertThat(answers.progressProperty().get()).hasValue(0.5);
        if (question.equals("a user's mistake")) {
            throw new UserException("Too large", "", "Choose less");
        }
        if (question.equals("our mistake")) {
            throw new IllegalStateException(question);
        }
        if (question.equals("out of memory") && worked.size() == 1) {
            throw new OutOfMemoryError("none left");
        }
        if (question.equals("left half-way")) {
            answers.close();
        }
        course.look();
        return question + "!";
    }

    private Optional<String> known() {
        return answers.answerProperty().get().flatMap(LongAnswer.Answer::value);
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void theSameIsNotWorkedOutTwice() {
        answers.ask("one");
        answers.ask("one");
        assertThat(answers.progressProperty().get()).hasValue(-1);
        runAll();
        answers.ask("one");
        runAll();
        assertThat(worked).containsExactly("one");
        assertThat(known()).contains("one!");
        assertThat(answers.progressProperty().get()).isEmpty();
    }

    @Test
    void aQuestionThatOutdatesAnotherEndsItAndOneThatDoesNotWaits() {
        answers.ask("one");
        answers.ask("over");
        assertThat(later).as("over waits for one").hasSize(1);
        answers.ask("two");
        runAll();
        assertThat(worked).containsExactly("two");
        answers.ask("three");
        answers.ask("trees");
        answers.ask("twelve");
        runAll();
        assertThat(worked).as("of those that wait only the last is asked").containsExactly("two", "three", "twelve");
        assertThat(known()).contains("twelve!");
    }

    @Test
    void whoeverHearsOfTheEndMayAskTheSameAgain() {
        answers.progressProperty().addListener((property, before, after) -> answers.ask("one"));
        answers.answerProperty().addListener((property, before, after) -> answers.ask("one"));
        answers.ask("one");
        runAll();
        assertThat(worked).containsExactly("one");
        answers.ask("two");
        answers.stop();
        runAll();
        assertThat(answers.stoppedProperty().get()).isTrue();
    }

    @Test
    void whatTheUserCanPutRightIsTheAnswerAndOtherFaultsAreTold() {
        answers.ask("a user's mistake");
        runAll();
        assertThat(answers.answerProperty().get().orElseThrow().fault()).containsInstanceOf(UserException.class);
        assertThat(faults).isEmpty();
        answers.ask("a user's mistake");
        answers.ask("our mistake");
        runAll();
        assertThat(faults).hasSize(1);
        assertThat(worked).containsExactly("a user's mistake", "our mistake");
    }

    @Test
    void whatBrokeIsTriedAgainOnceTheSameIsAskedLater() {
        answers.progressProperty().addListener((property, before, after) -> answers.ask("out of memory"));
        answers.answerProperty().addListener((property, before, after) -> answers.ask("out of memory"));
        answers.ask("out of memory");
        runAll();
        assertThat(worked).as("not at once again and again").hasSize(1);
        assertThat(answers.progressProperty().get()).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).hasRootCauseMessage("none left"));

        answers.ask("out of memory");
        runAll();
        assertThat(worked).hasSize(2);
        assertThat(known()).contains("out of memory!");
        assertThat(faults).hasSize(1);
    }

    @Test
    void afterItIsClosedNothingIsToldAndNothingBegun() {
        answers.ask("left half-way");
        runAll();
        answers.ask("one");
        answers.resume();
        runAll();
        assertThat(worked).containsExactly("left half-way");
        assertThat(answers.answerProperty().get()).isEmpty();
        assertThat(faults).isEmpty();
    }
}
