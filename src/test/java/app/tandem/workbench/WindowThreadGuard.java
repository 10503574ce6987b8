package app.tandem.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which anything went wrong on the JavaFX thread that nobody caught: above all work that may wait, which
 * is asserted not to be done there.
 */
final class WindowThreadGuard implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMES = ExtensionContext.Namespace.create(WindowThreadGuard.class);

    /** What went wrong, and who heard of it before. */
    private static final class Faults implements Thread.UncaughtExceptionHandler {

        private final List<Throwable> faults = new CopyOnWriteArrayList<>();

        @Override
        public void uncaughtException(Thread thread, Throwable fault) {
            faults.add(fault);
            fault.printStackTrace();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Faults faults = new Faults();
        context.getStore(NAMES).put(Faults.class, faults);
        Thread.setDefaultUncaughtExceptionHandler(faults);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Thread.setDefaultUncaughtExceptionHandler(null);
        Faults faults = context.getStore(NAMES).get(Faults.class, Faults.class);
        if (!faults.faults.isEmpty()) {
            throw new AssertionError("something went wrong beside the test", faults.faults.get(0));
        }
    }
}
