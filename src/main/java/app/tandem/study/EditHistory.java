package app.tandem.study;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A study and every edit made to it, so that each can be undone and done again. Not safe for several threads. */
public final class EditHistory {

    private record Step(StudyEdit edit, StudyEdit inverse) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Study study;

    public EditHistory(Study study) {
        this.study = study;
    }

    public Study study() {
        return study;
    }

    /**
     * Applies an edit; what had been undone can no longer be redone. An edit that changes nothing leaves no trace.
     *
     * @throws UserException if the edit does not fit; the study is then as it was
     */
    public Study edit(StudyEdit edit) {
        Study after = edit.apply(study);
        if (!after.equals(study)) {
            done.push(new Step(edit, edit.inverse(study)));
            undone.clear();
            study = after;
        }
        return study;
    }

    /** Takes back the last edit; empty if there is none. */
    public Optional<StudyEdit> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Step step = done.pop();
        study = step.inverse().apply(study);
        undone.push(step);
        return Optional.of(step.edit());
    }

    /** Does again what was undone last; empty if there is nothing. */
    public Optional<StudyEdit> redo() {
        if (undone.isEmpty()) {
            return Optional.empty();
        }
        Step step = undone.pop();
        study = step.edit().apply(study);
        done.push(step);
        return Optional.of(step.edit());
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }
}
