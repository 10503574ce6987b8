package app.tandem.run;

import java.time.Duration;
import java.time.Instant;

/** How many cores this process keeps busy, from one look to the next. Not safe for several threads. */
final class BusyCores {

    private Instant lastLook = Instant.now();
    private Duration lastTime = time();
    private double cores;

    /** Since the look before; 0 where the system does not tell. */
    double at(Instant now) {
        Duration passed = Duration.between(lastLook, now);
        if (passed.compareTo(Duration.ofMillis(1)) > 0) {
            Duration time = time();
            cores = time.minus(lastTime).toNanos() / (double) passed.toNanos();
            lastLook = now;
            lastTime = time;
        }
        return cores;
    }

    private static Duration time() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
