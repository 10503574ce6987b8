package app.tandem.training;

import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/** Whether a request can be trained on its data. Found out before, as a mean over no label looks like divergence. */
final class RequestFit {

    private RequestFit() {}

    /**
     * Checks the size of the images, and that training, validation and, if there are test images, test have labels that
     * count for every task of the network.
     *
     * @throws UserException if they do not
     */
    static void require(TrainingRequest request, TrainingData data) {
        if (data.inputSize() != request.setting().inputSize()) {
            throw new UserException(
                    "The images are " + data.inputSize() + " pixels wide, not "
                            + request.setting().inputSize(),
                    request.setting().name(),
                    "Decode the dataset anew for this setting");
        }
        for (Split split : Split.values()) {
            int count = data.count(split);
            if (count == 0 && split != Split.TEST) {
                throw new UserException(
                        "The dataset has no image for " + split.id(), "", "Give it images for train and val");
            }
            int[] images = split == Split.TRAIN
                    ? TrainingLoop.usedImages(request, count)
                    : IntStream.range(0, count).toArray();
            for (Task task : request.trainedTasks()) {
                if (count > 0 && !anyCounts(task.kind(), data.labels(split, task), count, images)) {
                    throw noLabel(task, split, images.length < count);
                }
            }
        }
    }

    private static UserException noLabel(Task task, Split split, boolean isShare) {
        return new UserException(
                "The task ‘" + task.id() + "’ has no label that counts in the " + split.id() + " images"
                        + (isShare ? " that the setting uses" : ""),
                "",
                "Leave the task out, or give it labels there");
    }

    /** Stops at the first label that counts, mostly that of the first image. */
    private static boolean anyCounts(TaskKind kind, ByteBuffer labels, int count, int[] images) {
        ByteBuffer bytes = labels.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int step = kind instanceof TaskKind.Segmentation ? 1 : Float.BYTES;
        int imageBytes = bytes.limit() / count;
        for (int image : images) {
            for (int at = image * imageBytes; at < (image + 1) * imageBytes; at += step) {
                if (counts(kind, bytes, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean counts(TaskKind kind, ByteBuffer bytes, int at) {
        if (kind instanceof TaskKind.Segmentation segmentation) {
            return (bytes.get(at) & 0xff) != segmentation.ignoredLabel();
        }
        return kind instanceof TaskKind.Classification || !Float.isNaN(bytes.getFloat(at));
    }
}
