package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks one after the other, whatever becomes of each. */
class SerialExecutorTest {

    @Test
    void aTaskThatEndsInAnErrorHoldsUpNoOther() {
        List<String> done = new ArrayList<>();
        List<Error> told = new ArrayList<>();
        SerialExecutor executor = new SerialExecutor(Runnable::run, told::add);

        executor.execute(() -> {
            executor.execute(() -> done.add("second"));
            throw new OutOfMemoryError("for a moment");
        });
        executor.execute(() -> done.add("third"));

        assertThat(done).containsExactly("second", "third");
        assertThat(told).extracting(Error::getMessage).containsExactly("for a moment");
    }
}
