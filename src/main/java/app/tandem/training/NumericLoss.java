package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import app.tandem.study.LossFunction;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import java.util.Optional;

/** Absolute or squared error of standardised numbers, those of each pixel or of each image. Missing labels are NaN. */
record NumericLoss(Task task, HeadPlan head, TargetScale scale) implements TaskLoss {

    @Override
    public EngineRows rows(NDManager manager, TrainingData data, Split split) {
        Shape shape = head.isPooled() ? new Shape(scale.channels()) : TaskLoss.labelShape(data, scale.channels());
        return EngineRows.of(manager, data.labels(split, task), data.count(split), FLOAT, shape, !head.isPooled());
    }

    @Override
    public Targets targets(NDArray labels, Batch batch) {
        NDArray turned = labels;
        if (task.kind() instanceof TaskKind.NormalMap && batch.hasFlips()) {
            turned = turnNormals(labels, batch);
        }
        NDArray ordered = head.isPooled()
                ? turned.reshape(batch.size(), 1, scale.channels())
                : TaskLoss.byPredictedValue(turned, head, scale.channels());
        NDManager manager = labels.getManager();
        NDArray standardised =
                ordered.sub(manager.create(floats(scale.means()))).divi(manager.create(floats(scale.deviations())));
        NDArray missing = standardised.isNaN();
        if (missing.any().getBoolean()) {
            NDArray known = NDArrays.where(missing, standardised.zerosLike(), standardised);
            return TaskLoss.masked(known, missing.logicalNot().toType(DataType.FLOAT32, false));
        }
        return new Targets(standardised, Optional.empty(), standardised.size());
    }

    @Override
    public NDArray sum(NDArray prediction, Targets targets) {
        NDArray values = TaskLoss.byValue(prediction, head);
        NDArray error =
                values.reshape(values.getShape().get(0), 1, head.outputs()).sub(targets.values());
        return TaskLoss.keep(task.loss() == LossFunction.L1 ? error.abs() : error.square(), targets);
    }

    /** A flip of the image turns its normals over: their x changes its sign. */
    private static NDArray turnNormals(NDArray labels, Batch batch) {
        float[] signs = new float[batch.size() * 3];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = i % 3 == 0 && i / 3 >= batch.firstFlipped() ? -1 : 1;
        }
        return labels.mul(labels.getManager().create(signs, new Shape(batch.size(), 1, 1, 3)));
    }

    private static float[] floats(java.util.List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
