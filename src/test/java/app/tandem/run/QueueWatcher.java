package app.tandem.run;

import app.tandem.training.EpochLosses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Keeps what a queue told, and waits for what it will tell. */
final class QueueWatcher implements QueueListener {

    private static final long LONGEST_MILLIS = 40_000;

    private final Map<RunKey, RunStatus> statuses = new HashMap<>();
    private final Map<RunKey, RunResult> results = new HashMap<>();
    private final Map<RunKey, List<Integer>> epochs = new HashMap<>();
    private final List<String> halts = new ArrayList<>();

    @Override
    public synchronized void statusChanged(RunStatus status) {
        statuses.put(status.key(), status);
        notifyAll();
    }

    @Override
    public synchronized void epochFinished(RunKey key, EpochLosses losses) {
        epochs.computeIfAbsent(key, ignored -> new ArrayList<>()).add(losses.epoch());
        notifyAll();
    }

    @Override
    public synchronized void runEnded(RunKey key, RunResult result) {
        results.put(key, result);
        notifyAll();
    }

    @Override
    public synchronized void halted(String reason) {
        halts.add(reason);
        notifyAll();
    }

    synchronized Map<RunKey, RunResult> results() {
        return Map.copyOf(results);
    }

    synchronized RunResult result(RunKey key) {
        RunResult result = results.get(key);
        if (result == null) {
            throw new AssertionError("no result of " + key + "; it is " + statuses.get(key));
        }
        return result;
    }

    synchronized List<Integer> epochs(RunKey key) {
        return List.copyOf(epochs.getOrDefault(key, List.of()));
    }

    synchronized List<String> halts() {
        return List.copyOf(halts);
    }

    synchronized void awaitStatus(RunKey key, Predicate<RunStatus> wanted) throws InterruptedException {
        await(() -> {
            RunStatus status = statuses.get(key);
            return status != null && wanted.test(status);
        });
    }

    synchronized void awaitEpoch(RunKey key, int epoch) throws InterruptedException {
        await(() -> epochs.getOrDefault(key, List.of()).contains(epoch));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.currentTimeMillis() + LONGEST_MILLIS;
        while (!condition.getAsBoolean()) {
            long left = deadline - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("waited in vain; the last statuses are " + statuses);
            }
            wait(left);
        }
    }
}
