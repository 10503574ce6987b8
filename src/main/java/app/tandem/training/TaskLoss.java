package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import app.tandem.study.LossFunction;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;

/**
 * How far a head's predictions are from the labels of its task, as the study's {@link LossFunction} says. Dense
 * predictions are compared with the labels at full resolution: a value that stands for a square of pixels is compared
 * with each of them.
 */
sealed interface TaskLoss permits CategoricalLoss, NumericLoss {

    /**
     * A batch's labels, in the order of the head's predictions.
     *
     * @param values what to predict
     * @param mask 1 where a label counts and 0 where it does not, in the shape of the losses; none when all count
     * @param count how many labels count
     */
    record Targets(NDArray values, java.util.Optional<NDArray> mask, double count) {}

    /** The labels of a split, as rows for {@link #targets}. */
    EngineRows rows(NDManager manager, TrainingData data, Split split);

    /** Prepares a batch's labels; part of no graph. */
    Targets targets(NDArray labels, Batch batch);

    /** The sum of the losses over all labels that count: a scalar, part of the graph. */
    NDArray sum(NDArray prediction, Targets targets);

    static TaskLoss of(Task task, HeadPlan head, TrainingData data) {
        if (task.kind() instanceof TaskKind.Segmentation segmentation) {
            return new CategoricalLoss(task, head, segmentation.ignoredLabel());
        } else if (task.kind() instanceof TaskKind.Classification) {
            return new CategoricalLoss(task, head, -1);
        }
        return new NumericLoss(task, head, TargetScale.of(task, data.statistics(task)));
    }

    /** The mask of a batch, with the number of labels that count. */
    static Targets masked(NDArray values, NDArray mask) {
        double count = mask.sum().getFloat();
        return new Targets(values, java.util.Optional.of(mask), count);
    }

    /**
     * Labels {@code (batch, s, s, channels)} as {@code (values, pixels, channels)}, in the order in which a dense head
     * predicts: cell by cell, the values of a cell row by row, and for each value the pixels that it stands for.
     */
    static NDArray byPredictedValue(NDArray labels, HeadPlan head, long channels) {
        long batch = labels.getShape().get(0);
        long cells = labels.getShape().get(1) / EncoderPlan.STRIDE;
        long detail = head.detail();
        long pixels = head.pixelsPerValue();
        return labels.reshape(batch, cells, detail, pixels, cells, detail, pixels, channels)
                .transpose(0, 1, 4, 2, 5, 3, 6, 7)
                .reshape(batch * cells * cells * detail * detail, pixels * pixels, channels);
    }

    /** A head's prediction as {@code (values, outputs)}: one row for each value of each image. */
    static NDArray byValue(NDArray prediction, HeadPlan head) {
        return prediction.transpose(0, 2, 3, 1).reshape(new Shape(-1, head.outputs()));
    }

    /** The shape of one image's label. */
    static Shape labelShape(TrainingData data, long channels) {
        return new Shape(data.inputSize(), data.inputSize(), channels);
    }

    /** Keeps a loss where its label counts. */
    static NDArray keep(NDArray losses, Targets targets) {
        return targets.mask().map(losses::mul).orElse(losses).sum();
    }

    /** The engine's name for floats, which labels and losses are. */
    DataType FLOAT = DataType.FLOAT32;
}
