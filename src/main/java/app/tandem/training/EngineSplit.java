package app.tandem.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import app.tandem.study.Split;
import java.util.ArrayList;
import java.util.List;

/** The images of one split with the labels of the trained tasks, as the engine sees them. */
record EngineSplit(int count, EngineRows images, List<EngineRows> labels, List<TaskLoss> losses) {

    static EngineSplit of(NDManager manager, TrainingData data, Split split, List<TaskLoss> losses) {
        int count = data.count(split);
        Shape image = new Shape(data.inputSize(), data.inputSize(), 3);
        EngineRows images = EngineRows.of(manager, data.images(split), count, DataType.UINT8, image, true);
        List<EngineRows> labels = new ArrayList<>();
        for (TaskLoss loss : losses) {
            labels.add(loss.rows(manager, data, split));
        }
        return new EngineSplit(count, images, labels, losses);
    }

    /** A batch's images {@code (batch, 3, s, s)}, from -1 to 1, channels-last in memory. */
    NDArray images(NDArray index, Batch batch) {
        return images.gather(index, batch)
                .toType(DataType.FLOAT32, false)
                .muli(2f / 255)
                .subi(1)
                .transpose(0, 3, 1, 2);
    }

    /** A batch's labels, in the order of the tasks. */
    List<TaskLoss.Targets> targets(NDArray index, Batch batch) {
        List<TaskLoss.Targets> targets = new ArrayList<>();
        for (int task = 0; task < losses.size(); task++) {
            targets.add(losses.get(task).targets(labels.get(task).gather(index, batch), batch));
        }
        return targets;
    }
}
