package app.tandem.workbench.start;

import app.tandem.data.Example;
import app.tandem.study.Task;
import app.tandem.workbench.common.LabelPicture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A task's label of one sample.
 *
 * @param number the label itself where it is one number for the whole image; the picture shows the image then
 */
public record TaskPreview(LabelPicture picture, OptionalDouble number) {

    /** By task id. */
    static Map<String, TaskPreview> of(Example example, List<Task> tasks) {
        Map<String, TaskPreview> previews = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            Example.Picture label = example.label(i);
            boolean one = !task.kind().isDense() && label.channels() == 1;
            previews.put(
                    task.id(),
                    new TaskPreview(
                            LabelPicture.of(task, label, example.image()),
                            one ? OptionalDouble.of(label.at(0, 0, 0)) : OptionalDouble.empty()));
        }
        return previews;
    }
}
