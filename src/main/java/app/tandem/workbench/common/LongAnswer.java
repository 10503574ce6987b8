package app.tandem.workbench.common;

import app.tandem.study.UserException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The answer to a question that may take long to find: worked out in the background, for one question at a time and for
 * each only once. It tells how far it is, and can be stopped. Lives on the JavaFX thread.
 *
 * @param <Q> a value; two that are equal have the same answer
 */
public final class LongAnswer<Q, A> {

    /** Works out an answer in the background. */
    @FunctionalInterface
    public interface Work<Q, A> {
        /** @throws CancellationException if the course was ended */
        A answer(Q question, Course course);
    }

    /**
     * An answer, or why there is none.
     *
     * @param question that was asked
     * @param value empty where there is a fault
     */
    public record Answer<Q, A>(Q question, Optional<A> value, Optional<RuntimeException> fault) {

        /** Whether it would be no other if the same were asked again: what broke unforeseen, as for want of memory, may go well then. */
        boolean stands() {
            return fault.filter(why -> !(why instanceof UserException)).isEmpty();
        }
    }

    /** The work on one question, as whoever works sees it; for any thread. */
    public interface Course {
        /** @throws CancellationException if nobody waits for the answer any more */
        void look();

        /** Tells how far the work is, 0 to 1. */
        void progressed(double fraction);
    }

    private final class Begun implements Course {

        private volatile boolean ended;

        @Override
        public void look() {
            if (ended) {
                throw new CancellationException("nobody waits for the answer any more");
            }
        }

        @Override
        public void progressed(double fraction) {
            threads.window().execute(() -> {
                if (isCurrent(this)) {
                    progress.set(OptionalDouble.of(fraction));
                }
            });
        }
    }

    private final Threads threads;
    private final Work<Q, A> work;
    private final BiPredicate<Q, Q> outdates;
    private final Consumer<RuntimeException> fail;
    private Optional<Begun> course = Optional.empty();
    private Optional<Q> underWay = Optional.empty();
    private Optional<Q> next = Optional.empty();
    private boolean closed;
    private boolean finishing;

    private final ReadOnlyObjectWrapper<Optional<Answer<Q, A>>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> progress = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();

    /**
     * @param outdates whether nobody wants the answer to the first question any more once the second is asked; otherwise
     *     its work goes on to the end, so that questions in quick succession are answered now and then
     * @param fail hears on the JavaFX thread what went wrong, other than what the user can put right
     */
    public LongAnswer(Threads threads, Work<Q, A> work, BiPredicate<Q, Q> outdates, Consumer<RuntimeException> fail) {
        this.threads = threads;
        this.work = work;
        this.outdates = outdates;
        this.fail = fail;
    }

    /** Asks; what is answered already, or is being worked on, is not worked on again. */
    public void ask(Q question) {
        if (underWay.filter(question::equals).isPresent()) {
            next = Optional.empty();
        } else if (underWay.isEmpty() && isAnswered(question)) {
            next = Optional.empty();
        } else {
            next = Optional.of(question);
            underWay.filter(now -> outdates.test(now, question)).ifPresent(now -> endCourse());
            startNext();
        }
    }

    private boolean isAnswered(Q question) {
        // Who hears of a fault asks the same at once, and must not have it go wrong again and again.
        return answer.get()
                .filter(known -> known.question().equals(question) && (finishing || known.stands()))
                .isPresent();
    }

    /** Stops the work and begins no other until {@link #resume}; what is known stays. */
    public void stop() {
        if (!stopped.get() && !closed) {
            next = next.or(() -> underWay);
            stopped.set(true);
            endCourse();
        }
    }

    /** Goes on with the latest question. */
    public void resume() {
        stopped.set(false);
        startNext();
    }

    /** Ends the work for good. */
    public void close() {
        closed = true;
        next = Optional.empty();
        endCourse();
    }

    private boolean isCurrent(Begun begun) {
        return course.filter(now -> now == begun).isPresent();
    }

    private void endCourse() {
        course.ifPresent(now -> now.ended = true);
        course = Optional.empty();
        underWay = Optional.empty();
        progress.set(OptionalDouble.empty());
    }

    private void startNext() {
        if (closed || stopped.get() || underWay.isPresent() || next.isEmpty()) {
            return;
        }
        Q question = next.get();
        Begun begun = new Begun();
        next = Optional.empty();
        if (isAnswered(question)) {
            return;
        }
        underWay = Optional.of(question);
        course = Optional.of(begun);
        progress.set(OptionalDouble.of(-1));
        threads.background().execute(() -> work(question, begun));
    }

    private void work(Q question, Begun begun) {
        Answer<Q, A> found;
        try {
            begun.look();
            found = new Answer<>(question, Optional.of(work.answer(question, begun)), Optional.empty());
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException | Error e) {
            found = new Answer<>(question, Optional.empty(), Optional.of(Threads.fault(e)));
        }
        Answer<Q, A> ended = found;
        threads.window().execute(() -> finish(begun, ended));
    }

    private void finish(Begun begun, Answer<Q, A> found) {
        if (!isCurrent(begun)) {
            return;
        }
        // First the answer: who hears that the work has ended must not ask the same again.
        finishing = true;
        try {
            answer.set(Optional.of(found));
            endCourse();
        } finally {
            finishing = false;
        }
        found.fault().filter(fault -> !(fault instanceof UserException)).ifPresent(fail);
        startNext();
    }

    /** The latest answer; it stays while another question is worked on. */
    public ReadOnlyObjectProperty<Optional<Answer<Q, A>>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** How far the work is, 0 to 1, negative while nothing is known; empty where none is under way. */
    public ReadOnlyObjectProperty<OptionalDouble> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the user stopped the work. */
    public ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }
}
