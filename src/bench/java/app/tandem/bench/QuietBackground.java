package app.tandem.bench;

import app.tandem.run.DaemonThreads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Background threads of which one can tell when they have done what was asked last. */
final class QuietBackground implements Executor {

    /** A piece of work, named by when it began. */
    private record Piece(long begun) {}

    private static final long LONG_NANOS = 2_000_000_000L;

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("background"));
    private final Set<Piece> open = ConcurrentHashMap.newKeySet();

    @Override
    public void execute(Runnable work) {
        Piece piece = new Piece(System.nanoTime());
        open.add(piece);
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                open.remove(piece);
            }
        });
    }

    /** Whether nothing is under way but what takes seconds, as the search for a grouping does. */
    boolean isQuiet() {
        long now = System.nanoTime();
        return open.stream().allMatch(piece -> now - piece.begun() > LONG_NANOS);
    }
}
