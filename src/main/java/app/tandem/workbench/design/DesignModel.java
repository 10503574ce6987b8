package app.tandem.workbench.design;

import app.tandem.owner.EditForecast;
import app.tandem.run.RunState;
import app.tandem.study.LossFunction;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.StudyEdit;
import app.tandem.workbench.common.EditedStudy;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import app.tandem.workbench.start.SettingEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A change of a study's seeds, settings and tasks that is being thought about: what is typed, whether it fits, and what it
 * would cost. It stays while the sheet is closed, and becomes one edit of the study when it is applied. Lives on the JavaFX
 * thread; holds no controls.
 */
public final class DesignModel {

    private record Answer(StudyEdit.ChangeDesign edit, EditForecast forecast) {}

    private final StudySession session;
    private final EditedStudy edited;
    private final Latest<Optional<Answer>> forecasts;
    private Study base;

    /** What the background is to look at; it changes on the JavaFX thread only. */
    private volatile Optional<StudyEdit.ChangeDesign> asked = Optional.empty();

    private final ReadOnlyObjectWrapper<DesignDraft> draft;
    private final ReadOnlyObjectWrapper<DesignCheck> check;
    private final ReadOnlyObjectWrapper<Optional<EditForecast>> forecast =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param fail hears on the JavaFX thread what went wrong */
    public DesignModel(StudySession session, EditedStudy edited, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.edited = edited;
        this.base = edited.studyProperty().get();
        this.draft = new ReadOnlyObjectWrapper<>(DesignDraft.of(base));
        this.check = new ReadOnlyObjectWrapper<>(DesignCheck.of(draft.get(), base));
        this.forecasts = new Latest<>(threads, this::ask, this::show, fail);
        edited.studyProperty().addListener((property, before, after) -> studyChanged(after));
    }

    /** What was typed against another design would undo what made this one. */
    private void studyChanged(Study now) {
        boolean same = StudyEdit.ChangeDesign.of(now).equals(StudyEdit.ChangeDesign.of(base));
        base = now;
        if (!same) {
            set(DesignDraft.of(now));
        }
    }

    /** Brings the costs up to date where a change concerns them; from any thread. */
    public void changed(Change change) {
        if ((change == Change.STUDY || change == Change.LOSSES) && asked.isPresent()) {
            forecasts.request();
        }
    }

    private void set(DesignDraft next) {
        draft.set(next);
        check.set(DesignCheck.of(next, base));
        forecast.set(Optional.empty());
        asked = check.get().edit().filter(edit -> isChanged());
        if (asked.isPresent()) {
            forecasts.request();
        }
    }

    private Optional<Answer> ask() {
        return asked.map(edit -> new Answer(edit, session.forecast(edit)));
    }

    private void show(Optional<Answer> answer) {
        answer.filter(known -> asked.filter(known.edit()::equals).isPresent())
                .ifPresent(known -> forecast.set(Optional.of(known.forecast())));
    }

    public void typeName(String text) {
        change(draft.get().withName(text));
    }

    public void typeSeeds(String text) {
        change(draft.get().withSeeds(text));
    }

    /** Writes this number of seeds into the field unless there are as many, so that it only has to be applied. */
    public void proposeSeeds(int seeds) {
        if (base.seeds() < seeds) {
            typeSeeds(String.valueOf(seeds));
        }
    }

    /** @param key one of {@link DesignDraft#KEYS} */
    public void typeSetting(int index, String key, String text) {
        change(draft.get().withSetting(index, key, text));
    }

    public void addSetting(SettingEdits.Addition addition) {
        List<Setting> now = new ArrayList<>();
        for (DesignDraft.SettingDraft typed : draft.get().settings()) {
            now.add(DesignCheck.read(typed));
        }
        List<Setting> more = SettingEdits.added(now, addition);
        change(draft.get().plus(DesignDraft.SettingDraft.of(more.get(more.size() - 1))));
    }

    /** Does nothing where it is the last one. */
    public void removeSetting(int index) {
        if (draft.get().settings().size() > 1) {
            change(draft.get().without(index));
        }
    }

    public void typeTaskName(int index, String text) {
        change(draft.get().withTask(index, draft.get().tasks().get(index).withName(text)));
    }

    public void typeTaskWeight(int index, String text) {
        change(draft.get().withTask(index, draft.get().tasks().get(index).withWeight(text)));
    }

    public void setTaskLoss(int index, LossFunction loss) {
        change(draft.get().withTask(index, draft.get().tasks().get(index).withLoss(loss)));
    }

    private void change(DesignDraft next) {
        if (!next.equals(draft.get())) {
            set(next);
        }
    }

    /** Forgets what was typed. */
    public void reset() {
        change(DesignDraft.of(base));
    }

    /** Whether something else stands in the fields than in the study. */
    public boolean isChanged() {
        return check.get()
                .edit()
                .map(edit -> !edit.equals(StudyEdit.ChangeDesign.of(base)))
                .orElse(true);
    }

    /** Whether the change can be made. */
    public boolean isApplicable() {
        return !isReadOnly()
                && check.get().edit().isPresent()
                && isChanged()
                && forecast.get().filter(known -> !known.refused().isEmpty()).isEmpty();
    }

    /**
     * Makes the change, as one edit of the study. Where runs are being trained, those that it asks for join them.
     *
     * @param train whether they are trained in any case
     */
    public void apply(boolean train) {
        if (isApplicable()) {
            check.get().edit().ifPresent(edited::edit);
            edited.then(() -> {
                if (train || session.runs().stream().anyMatch(run -> run.state() == RunState.RUNNING)) {
                    session.train();
                }
            });
        }
    }

    public boolean isReadOnly() {
        return edited.isReadOnly();
    }

    /** Whether the study has images to train on; one of losses that were measured elsewhere has none. */
    public boolean isTrainable() {
        return !base.dataset().isOfLosses();
    }

    public ReadOnlyObjectProperty<DesignDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DesignCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** What the change would cost; empty while that is not known, and where nothing is changed. */
    public ReadOnlyObjectProperty<Optional<EditForecast>> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }
}
