package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged where the losses of constant predictions cannot be read. */
class ConstantLossesTest {

    private final Logger logger = Logger.getLogger(ConstantLosses.class.getName());
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void end() {
        logger.removeHandler(handler);
    }

    @Test
    void aDatasetThatHasMovedIsOneLineAndNoTrace() {
        ConstantLosses losses = new ConstantLosses(
                (setting, decoding) -> {
                    throw new UserException("There is no such folder", "/mnt/stick/rooms", "Plug it in");
                },
                Runnable::run,
                () -> {});

        assertThat(losses.of("small")).isEmpty();

        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getThrown()).isNull();
            assertThat(entry.getMessage()).contains("small", "/mnt/stick/rooms").doesNotContain("\n");
        });
    }
}
