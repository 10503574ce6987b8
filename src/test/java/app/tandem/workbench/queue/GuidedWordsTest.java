package app.tandem.workbench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.grouping.GuidedAdvice;
import app.tandem.loss.LossTable;
import app.tandem.owner.GuidedGoal;
import app.tandem.owner.GuidedVerdict;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.workbench.common.Language;
import app.tandem.workbench.common.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GuidedWordsTest {

    private static String spent(int trained) {
        GuidedAdvice advice = new GuidedAdvice(
                List.of(),
                GuidedAdvice.State.EXHAUSTED,
                Optional.empty(),
                0,
                new Cost(Fraction.of(trained, 1)),
                new Cost(Fraction.of(18, 1)),
                Map.of());
        GuidedVerdict verdict = new GuidedVerdict(
                new GuidedGoal("small", Budget.parse("2"), OptionalInt.empty()),
                LossTable.builder("small", List.of(), List.of()).build(),
                advice,
                List.of(),
                List.of(),
                false);
        return new GuidedWords(Messages.in(Language.ENGLISH), List.of()).spent(verdict);
    }

    @Test
    void whatWasTrainedBeforeIsNeverMoreOfAtMostLess() {
        assertThat(spent(12)).isEqualTo("12 of at most 18 SNT");
        assertThat(spent(34)).isEqualTo("34 SNT trained, limit 18 SNT");
    }
}
