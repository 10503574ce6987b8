package app.tandem.workbench;

import app.tandem.data.Progress;
import app.tandem.owner.OwnerOptions;
import app.tandem.owner.StudyHolder;
import app.tandem.owner.StudyOwner;
import app.tandem.run.CacheFolder;
import app.tandem.run.DaemonThreads;
import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.study.StudyEdit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another Tandem that owns a study, in a process of its own; it does what the test tells it, line by line. */
public final class OwnerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    /** @param folder for its cache and what it complains of */
    public OwnerProcess(Path study, Path folder) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dtandem.cache=" + folder.resolve("cache"),
                        OwnerProcess.class.getName(),
                        study.toString())
                .redirectError(folder.resolve("owner-stderr").toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answer();
    }

    public long pid() {
        return process.pid();
    }

    /** Does something with the study, and waits until that is done: {@code train}, {@code rename NAME} or {@code close}. */
    public void order(String order) throws IOException {
        orders.println(order);
        answer();
    }

    private void answer() throws IOException {
        String line = answers.readLine();
        if (!"done".equals(line)) {
            throw new IOException("the owner said " + line);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("owner"));
        StudyOwner owner = StudyOwner.open(
                Path.of(arguments[0]),
                new OwnerOptions(
                        CacheFolder.ofThisProcess(),
                        LocalWorkers.on(Device.CPU, CacheFolder.ofThisProcess(), threads),
                        Device.AUTO,
                        threads,
                        InstantSource.system()));
        owner.workFor(StudyHolder.Work.WINDOW);
        System.out.println("done");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order = orders.readLine();
        while (order != null) {
            follow(owner, order);
            System.out.println("done");
            order = orders.readLine();
        }
    }

    private static void follow(StudyOwner owner, String order) throws InterruptedException {
        String[] words = order.split(" ", 2);
        switch (words[0]) {
            case "train" -> {
                owner.workFor(StudyHolder.Work.TRAINING);
                owner.queue(owner.plan().missing(), Progress.NONE);
                owner.queue().start();
                owner.queue().awaitIdle();
            }
            case "rename" -> owner.edit(new StudyEdit.RenameStudy(words[1]));
            case "close" -> owner.close();
            default -> throw new IllegalArgumentException(order);
        }
    }
}
