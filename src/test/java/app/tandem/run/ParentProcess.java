package app.tandem.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program that starts a worker, prints its process id once the first epoch is safe, and lives until it is killed. */
final class ParentProcess {

    private ParentProcess() {}

    public static void main(String[] arguments) throws Exception {
        RunFolder run = new RunFolder(Path.of(arguments[arguments.length - 1]));
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("parent"));
        LocalWorkers workers = LocalWorkers.of(
                List.of(Device.CPU), FakeTraining.class.getName(), run.path().resolve("cache"), threads);
        CountDownLatch safe = new CountDownLatch(1);
        workers.launch(run, Device.CPU, new WorkerLauncher.WorkerListener() {
            @Override
            public void wakeUp() {
                if (run.checkpoint().toFile().exists()) {
                    safe.countDown();
                }
            }

            @Override
            public void ended(int exitCode) {
                System.exit(exitCode);
            }
        });
        safe.await();
        for (RunEvent event : run.events()) {
            if (event instanceof RunEvent.Started started) {
                System.out.println(started.pid());
            }
        }
        new CountDownLatch(1).await();
    }
}
