package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import app.tandem.study.Schedule;

/**
 * Stochastic gradient descent with momentum, weight decay and clipping of the global norm, in the order in which PyTorch
 * applies them. Every number is a part of one flat array, so that a step is a handful of operations.
 */
final class Descent {

    private final Schedule schedule;
    private final long totalSteps;
    private final int encoderLength;
    private final double sharedScale;

    /**
     * @param encoderLength floats of the encoder at the start of the parameters
     * @param tasks n, how many losses are summed
     */
    Descent(Schedule schedule, long totalSteps, int encoderLength, int tasks) {
        this.schedule = schedule;
        this.totalSteps = totalSteps;
        this.encoderLength = encoderLength;
        this.sharedScale = 1 / Math.sqrt(tasks);
    }

    /** The learning rate of a step, counted from 0. */
    double learningRate(long step) {
        double warmup = Math.floor(schedule.warmup() * totalSteps);
        if (step < warmup) {
            return schedule.learningRate() * (step + 1) / (warmup + 1);
        }
        if (schedule.decay() == Schedule.Decay.COSINE) {
            double progress = (step - warmup) / Math.max(1, totalSteps - warmup);
            return schedule.learningRate() * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
        }
        double progress = (double) step / totalSteps;
        return schedule.learningRate() * (progress < 0.6 ? 1 : progress < 0.85 ? 0.1 : 0.01);
    }

    /**
     * Scales a fresh gradient: the part of the encoder by 1/√n, then all of it down to the clipping norm.
     *
     * <p>The gradient of the encoder's parameters is linear in the gradient at the shared representation, so scaling the
     * one scales the other, at no cost.
     *
     * @return the norm before clipping; not finite if any number of the gradient is not
     */
    double scale(NDManager step, NDArray gradient) {
        if (sharedScale < 1) {
            NDArray encoder = JniUtils.slice(Pass.engine(gradient), 0, 0, encoderLength, 1);
            encoder.attach(step);
            encoder.muli((float) sharedScale);
        }
        double norm = gradient.norm().getFloat();
        if (norm > schedule.clipNorm()) {
            gradient.muli((float) (schedule.clipNorm() / norm));
        }
        return norm;
    }

    /** Moves the parameters against a scaled gradient, which it uses up. */
    void move(NDManager step, ModelState state, NDArray gradient, long stepNumber) {
        NDArray parameters = JniUtils.detachGradient(Pass.engine(state.parameters()));
        parameters.attach(step);
        if (schedule.weightDecay() > 0) {
            gradient.addi(parameters.mul((float) schedule.weightDecay()));
        }
        state.momenta().muli((float) schedule.momentum()).addi(gradient);
        NDArray rate = step.create((float) -learningRate(stepNumber));
        // A product belongs to the manager of its left operand: here the step's, not the run's.
        parameters.addi(rate.mul(state.momenta()));
    }
}
