package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WorkerRehearsalTest {

    @Test
    void theRehearsalTrainsToTheEnd() {
        assertThatCode(WorkerRehearsal::perform).doesNotThrowAnyException();
    }
}
