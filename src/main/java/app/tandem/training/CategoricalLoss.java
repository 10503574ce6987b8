package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import app.tandem.study.Split;
import app.tandem.study.Task;
import java.util.Optional;

/**
 * Negative log-likelihood in nats of the true class of each pixel, or of each image.
 *
 * @param ignoredLabel the label that does not count; -1 when all count
 */
record CategoricalLoss(Task task, HeadPlan head, int ignoredLabel) implements TaskLoss {

    @Override
    public EngineRows rows(NDManager manager, TrainingData data, Split split) {
        DataType type = head.isPooled() ? DataType.INT32 : DataType.UINT8;
        Shape shape = head.isPooled() ? new Shape(1) : TaskLoss.labelShape(data, 1);
        return EngineRows.of(manager, data.labels(split, task), data.count(split), type, shape, !head.isPooled());
    }

    @Override
    public Targets targets(NDArray labels, Batch batch) {
        NDArray classes = labels;
        if (!head.isPooled()) {
            NDArray ordered = TaskLoss.byPredictedValue(labels, head, 1);
            classes = ordered.reshape(ordered.getShape().slice(0, 2));
        }
        classes = classes.transpose();
        NDArray values = classes.toType(DataType.INT64, false);
        if (ignoredLabel < 0) {
            return new Targets(values, Optional.empty(), values.size());
        }
        return TaskLoss.masked(values, classes.neq(ignoredLabel).toType(FLOAT, false));
    }

    @Override
    public NDArray sum(NDArray prediction, Targets targets) {
        // Along the first axis: over rows as short as the classes the engine's logarithmic softmax takes eight times as
        // long.
        NDArray logLikelihood = TaskLoss.byValue(prediction, head).transpose().logSoftmax(0);
        return TaskLoss.keep(logLikelihood.gather(targets.values(), 0), targets).neg();
    }
}
