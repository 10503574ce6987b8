package app.tandem.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.grouping.PublishedLosses.PublishedSelection;
import app.tandem.study.Budget;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSelectionsTest {

    static List<PublishedSelection> optimalSelections() {
        return PublishedLosses.optimalSelections();
    }

    @Test
    void thereAreNineBudgetsInThreeSettings() {
        assertThat(optimalSelections()).hasSize(27);
    }

    @ParameterizedTest
    @MethodSource("optimalSelections")
    void theOptimalSelectionIsThePublishedOne(PublishedSelection published) {
        Frontier frontier = GroupingSolver.frontier(PublishedLosses.setting(published.setting()), SearchOptions.COVER);

        Selection selection = frontier.require(Budget.parse(published.budget()));

        assertThat(selection.networks().stream().map(Served::network).collect(Collectors.toSet()))
                .isEqualTo(published.networks());
        assertThat(selection.validationLoss()).isEqualTo(published.validation());
        assertThat(selection.testLoss().orElseThrow()).isEqualTo(published.test());
        // Setting 1 at budget 1 is printed as .50273; the released losses give .50278.
        assertThat(selection.testLoss().orElseThrow())
                .isCloseTo(
                        PublishedLosses.publishedTestLoss(published.setting(), published.budget()), within(0.000051));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setting1", "setting2", "setting3"})
    void theValidationLossFallsAlongTheFrontier(String setting) {
        List<Frontier.Point> points = GroupingSolver.frontier(PublishedLosses.setting(setting), SearchOptions.COVER)
                .points();

        assertThat(points).hasSizeGreaterThan(5);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).from()).isGreaterThan(points.get(i - 1).from());
            assertThat(points.get(i).selection().validationLoss())
                    .isLessThan(points.get(i - 1).selection().validationLoss());
        }
    }
}
