package app.tandem.training;

/** Measures how many images a second the steps of a run train. */
final class StepClock {

    private long images;
    private long nanos;
    private long started;
    private long reported = Long.MIN_VALUE;

    void start() {
        started = System.nanoTime();
    }

    void stop(int stepImages) {
        nanos += System.nanoTime() - started;
        images += stepImages;
    }

    double imagesPerSecond() {
        return nanos == 0 ? 0 : images * 1e9 / nanos;
    }

    /** Whether the given time has passed since this last said yes. */
    boolean isDue(long afterNanos) {
        long now = System.nanoTime();
        if (reported != Long.MIN_VALUE && now - reported < afterNanos) {
            return false;
        }
        reported = now;
        return true;
    }
}
