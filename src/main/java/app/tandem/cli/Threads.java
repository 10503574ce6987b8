package app.tandem.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Names the threads that the commands ask for. */
final class Threads {

    private Threads() {}

    /** Threads that do not keep the process alive. */
    static ThreadFactory daemons(String name) {
        ThreadFactory factory = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = factory.newThread(work);
            thread.setName("tandem-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
