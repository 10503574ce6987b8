package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import app.tandem.study.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescentTest {

    @Test
    void theCosineFallsFromTheHighestRateToNothing() {
        Descent descent = descent(schedule(0.2, Schedule.Decay.COSINE, 0), 10);

        assertThat(descent.learningRate(0)).isEqualTo(0.2);
        assertThat(descent.learningRate(5)).isCloseTo(0.1, within(1e-12));
        assertThat(descent.learningRate(9)).isCloseTo(0.1 * (1 + Math.cos(0.9 * Math.PI)), within(1e-12));
        assertThat(descent.learningRate(10)).isCloseTo(0, within(1e-12));
    }

    @Test
    void stepDecayTakesATenthAfter60PercentAndAHundredthAfter85() {
        Descent descent = descent(schedule(0.2, Schedule.Decay.STEP, 0), 20);

        assertThat(descent.learningRate(0)).isEqualTo(0.2);
        assertThat(descent.learningRate(11)).isEqualTo(0.2);
        assertThat(descent.learningRate(12)).isCloseTo(0.02, within(1e-12));
        assertThat(descent.learningRate(16)).isCloseTo(0.02, within(1e-12));
        assertThat(descent.learningRate(17)).isCloseTo(0.002, within(1e-12));
        assertThat(descent.learningRate(19)).isCloseTo(0.002, within(1e-12));
    }

    @Test
    void theRateRisesLinearlyOverTheWarmUpAndThenFollowsItsDecay() {
        Descent cosine = descent(schedule(0.3, Schedule.Decay.COSINE, 0.2), 10);
        Descent steps = descent(schedule(0.3, Schedule.Decay.STEP, 0.2), 10);

        assertThat(cosine.learningRate(0)).isCloseTo(0.1, within(1e-12));
        assertThat(cosine.learningRate(1)).isCloseTo(0.2, within(1e-12));
        assertThat(cosine.learningRate(2)).isCloseTo(0.3, within(1e-12));
        assertThat(cosine.learningRate(6)).isCloseTo(0.15, within(1e-12));
        assertThat(steps.learningRate(1)).isCloseTo(0.2, within(1e-12));
        assertThat(steps.learningRate(2)).isCloseTo(0.3, within(1e-12));
        assertThat(steps.learningRate(6)).isCloseTo(0.03, within(1e-12));
    }

    /**
     * With g = 1, momentum 0.5, weight decay 0.1 and rate 0.2, from a parameter of 2: v = 1 + 0.1 · 2 = 1.2 and p = 2 -
     * 0.2 · 1.2 = 1.76; then v = 0.5 · 1.2 + 1 + 0.1 · 1.76 = 1.776 and p = 1.76 - 0.2 · 1.776 = 1.4048.
     */
    @Test
    void aStepAddsWeightDecayToTheGradientAndTheGradientToTheMomentum() {
        Schedule schedule = new Schedule(100, 16, 0.2, Schedule.Decay.STEP, 0, 0.5, 0.1, Double.POSITIVE_INFINITY);
        Descent descent = descent(schedule, 100);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            ModelState state = state(manager);

            move(descent, state, 0);
            assertThat(state.momenta().getFloat(7)).isCloseTo(1.2f, within(1e-6f));
            assertThat(state.parameters().getFloat(7)).isCloseTo(1.76f, within(1e-6f));

            move(descent, state, 1);
            assertThat(state.momenta().getFloat(7)).isCloseTo(1.776f, within(1e-6f));
            assertThat(state.parameters().getFloat(7)).isCloseTo(1.4048f, within(1e-6f));
        }
    }

    /** A network all of whose parameters are 2. */
    private static ModelState state(NDManager manager) {
        EncoderPlan plan = EncoderPlan.of(EncoderDepth.LIGHT, EncoderSize.HALF, ToyImages.SIZE);
        SharedNetwork network = new SharedNetwork(plan, List.of(ToyImages.DEPTH));
        ModelState state = new ModelState(manager, network, 1);
        float[] twos = new float[network.parameters().length()];
        java.util.Arrays.fill(twos, 2);
        state.restore(new ModelState.Snapshot(twos, state.statistics().toFloatArray()));
        return state;
    }

    private static void move(Descent descent, ModelState state, long stepNumber) {
        try (NDManager step = state.parameters().getManager().newSubManager()) {
            NDArray gradient = step.ones(state.parameters().getShape());
            descent.move(step, state, gradient, stepNumber);
        }
    }

    private static Schedule schedule(double learningRate, Schedule.Decay decay, double warmup) {
        return new Schedule(10, 16, learningRate, decay, warmup, 0.9, 0, Double.POSITIVE_INFINITY);
    }

    private static Descent descent(Schedule schedule, long totalSteps) {
        return new Descent(schedule, totalSteps, 1, 1);
    }
}
