package app.tandem.workbench.losses;

import app.tandem.loss.AffinityMatrix;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.loss.PairwiseTable;
import app.tandem.loss.RelativeGain;
import app.tandem.loss.SharingGain;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.training.JointAffinities;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.TaskMark;
import app.tandem.workbench.common.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The task × task matrix beside the losses, of the setting, split and baseline that the table shows; affinities as they grow.
 * Lives on the JavaFX thread; holds no controls.
 */
public final class RelationsModel {

    private record Question(Relation relation, Set<String> settings, Measure measure, Baseline baseline) {}

    private final StudySession session;
    private final Threads threads;
    private final Consumer<RuntimeException> fail;
    private final Latest<Relations> answers;
    private final boolean readOnly;
    private volatile Question question;
    private volatile String preferred = "";

    private final ReadOnlyObjectWrapper<Relations> relations = new ReadOnlyObjectWrapper<>(Relations.NONE);

    /** @param losses says which setting, split and baseline are looked at */
    RelationsModel(StudySession session, LossesModel losses, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.threads = threads;
        this.fail = fail;
        this.readOnly = session.readOnly().isPresent();
        this.answers = new Latest<>(threads, this::answer, relations::set, fail);
        this.question = new Question(
                Relation.PAIRS,
                losses.settingsProperty().get(),
                losses.measureProperty().get(),
                losses.baselineProperty().get());
        losses.settingsProperty()
                .addListener((property, before, now) ->
                        ask(new Question(question.relation(), now, question.measure(), question.baseline())));
        losses.measureProperty()
                .addListener((property, before, now) ->
                        ask(new Question(question.relation(), question.settings(), now, question.baseline())));
        losses.baselineProperty()
                .addListener((property, before, now) ->
                        ask(new Question(question.relation(), question.settings(), question.measure(), now)));
    }

    /** Brings the matrix up to date; from any thread. */
    void changed(Change change) {
        boolean affinity = question.relation().isAffinity();
        if (change == Change.STUDY || change == Change.LOSSES || affinity) {
            answers.request();
        }
    }

    /** Shows this setting, if the table shows it. */
    void chooseSetting(String name) {
        if (!name.equals(preferred)) {
            preferred = name;
            answers.request();
        }
    }

    public void choose(Relation relation) {
        ask(new Question(relation, question.settings(), question.measure(), question.baseline()));
    }

    /** Trains the joint run of the setting that is looked at, and measures affinities there. */
    public void measure() {
        String setting = relations.get().setting();
        threads.run(
                () -> {
                    session.measureAffinities(setting);
                    answers.request();
                },
                fail);
    }

    public ReadOnlyObjectProperty<Relations> relationsProperty() {
        return relations.getReadOnlyProperty();
    }

    private void ask(Question next) {
        if (!next.equals(question)) {
            question = next;
            answers.request();
        }
    }

    private Relations answer() {
        Question asked = question;
        Study study = session.study();
        List<String> settings = study.settings().stream().map(Setting::name).toList();
        String setting = settings.stream()
                .filter(asked.settings()::contains)
                .min(Comparator.comparing(name -> !name.equals(preferred)))
                .orElse(settings.isEmpty() ? "" : settings.get(0));
        if (setting.isEmpty()) {
            return Relations.NONE;
        }
        LossTable losses = session.losses(setting);
        EncoderSize baseline = asked.baseline().size(EncoderSize.FULL);
        Collection<JointAffinities> measured =
                asked.relation().isAffinity() ? session.affinities(setting).values() : List.of();
        return new Relations(
                asked.relation(),
                setting,
                TaskMark.of(study.tasks()),
                asked.relation().isAffinity()
                        ? affinities(asked.relation(), study, measured)
                        : pairs(PairwiseTable.of(losses, asked.measure(), baseline, RelativeGain.OF_BASELINE)),
                baseline,
                measured.stream().mapToLong(JointAffinities::steps).sum(),
                measured.size(),
                session.isMeasuringAffinities(setting),
                !readOnly && !study.dataset().isOfLosses() && study.tasks().size() > 1,
                sharing(losses, asked.measure()));
    }

    private static List<List<OptionalDouble>> pairs(PairwiseTable pairs) {
        int tasks = pairs.taskIds().size();
        return square(tasks, row -> column -> row == column ? OptionalDouble.empty() : pairs.gain(row, column));
    }

    private static List<List<OptionalDouble>> affinities(
            Relation relation, Study study, Collection<JointAffinities> measured) {
        AffinityMatrix mean = JointAffinities.means(measured).stream()
                .filter(matrix -> matrix.id().equals(relation.id()))
                .findFirst()
                .orElse(null);
        return square(study.tasks().size(), row -> column -> {
            double value = mean == null || row == column ? Double.NaN : mean.from(row, column);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        });
    }

    private static List<List<OptionalDouble>> square(int tasks, IntFunction<IntFunction<OptionalDouble>> value) {
        return IntStream.range(0, tasks)
                .mapToObj(row ->
                        IntStream.range(0, tasks).mapToObj(value.apply(row)).toList())
                .toList();
    }

    private static List<Relations.Sharing> sharing(LossTable losses, Measure measure) {
        List<Relations.Sharing> lines = new ArrayList<>();
        for (int k = 2; k <= losses.taskCount(); k++) {
            EncoderSize share = new EncoderSize(Fraction.of(1, k));
            lines.add(new Relations.Sharing(
                    SharingGain.of(losses, measure, k, EncoderSize.FULL, RelativeGain.OF_BASELINE),
                    SharingGain.of(losses, measure, k, share, RelativeGain.OF_BASELINE)));
        }
        return lines;
    }
}
