package app.tandem.workbench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;

/** What tests of the window begin with: the rooms, half of them trained. */
abstract class RoomsWindowTest {

    @SuppressWarnings("NullAway.Init")
    StudyInMemory session;

    @SuppressWarnings("NullAway.Init")
    WindowUnderTest window;

    /** TestFX looks for {@code @Start} in the test's own class only. */
    @BeforeEach
    void start() throws TimeoutException {
        session = RoomsStudy.inTraining();
        FxToolkit.setupStage(stage -> window = new WindowUnderTest(stage, Optional.of(session), List.of()));
        window.resize(1440, 900);
    }

    @AfterEach
    void stop() {
        window.background.close();
    }

    /** Waits until all that follows from what was done is done. */
    final void rest() {
        window.background.awaitQuiet();
    }
}
