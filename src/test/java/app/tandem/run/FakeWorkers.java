package app.tandem.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** Real worker processes that only play at training, for tests beyond this package. */
public final class FakeWorkers {

    /** A setting of this name is trained at once. */
    public static final String TRAINS = FakeTraining.TRAINS;

    /** In a setting of this name a run stands still in its second epoch until it is started again. */
    public static final String WAITS = FakeTraining.WAITS;

    private FakeWorkers() {}

    /** One at a time. */
    public static WorkerLauncher one(Path cacheFolder, Executor threads) {
        return LocalWorkers.of(List.of(Device.CPU), FakeTraining.class.getName(), cacheFolder, threads);
    }
}
