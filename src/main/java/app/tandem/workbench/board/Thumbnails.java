package app.tandem.workbench.board;

import app.tandem.data.Example;
import app.tandem.study.DatasetReference;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import app.tandem.workbench.common.LabelPicture;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A picture of each task's label, read and drawn in the background. Lives on the JavaFX thread; holds no controls. */
public final class Thumbnails {

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());

    /** What the pictures depend on. */
    private record Key(DatasetReference dataset, List<Task> tasks) {}

    private final StudySession session;
    private final Latest<Map<String, LabelPicture>> pictures;
    private final ReadOnlyObjectWrapper<Map<String, LabelPicture>> shown = new ReadOnlyObjectWrapper<>(Map.of());
    private volatile Optional<Key> drawn = Optional.empty();
    private volatile Map<String, LabelPicture> latest = Map.of();

    /** @param fail hears on the JavaFX thread what went wrong, other than that there is no dataset */
    Thumbnails(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.pictures = new Latest<>(threads, this::draw, shown::set, fail);
    }

    /** Looks whether the dataset or its tasks are others now; from any thread. */
    void request() {
        pictures.request();
    }

    private Map<String, LabelPicture> draw() {
        Study study = session.study();
        Key key = new Key(study.dataset(), study.tasks());
        if (drawn.filter(key::equals).isPresent()) {
            return latest;
        }
        Map<String, LabelPicture> next = new LinkedHashMap<>();
        try {
            session.example().ifPresent(example -> draw(example, study.tasks(), next));
            drawn = Optional.of(key);
        } catch (UserException datasetIsAway) {
            // Looked for again whenever it may be back.
            drawn = Optional.empty();
            LOG.log(System.Logger.Level.INFO, "no pictures of labels: {0}", datasetIsAway.getMessage());
        }
        latest = next;
        return next;
    }

    private static void draw(Example example, List<Task> tasks, Map<String, LabelPicture> into) {
        for (int task = 0; task < tasks.size(); task++) {
            into.put(tasks.get(task).id(), LabelPicture.of(tasks.get(task), example.label(task), example.image()));
        }
    }

    /** By task id; without those that cannot be shown. */
    public ReadOnlyObjectProperty<Map<String, LabelPicture>> picturesProperty() {
        return shown.getReadOnlyProperty();
    }
}
