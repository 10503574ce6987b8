package app.tandem.cli;

import app.tandem.data.Progress;
import app.tandem.loss.Measure;
import app.tandem.owner.StudyListener;
import app.tandem.owner.StudyOwner;
import app.tandem.run.RunKey;
import app.tandem.run.RunQueue;
import app.tandem.run.RunReason;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.training.EpochLosses;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person sees while runs are trained: on a terminal one line that rewrites itself, elsewhere one line per run that
 * ended. Listeners are called one at a time.
 */
final class ProgressLine implements StudyListener {

    private static final String REWRITE = "\r\u001b[K";

    private final Console console;
    private final StudyOwner owner;
    private final RunQueue queue;
    private final int doneBefore;
    private final int total;
    private String latest = "";
    private List<String> verdict = List.of();
    private boolean lineOpen;

    /**
     * @param doneBefore the runs that were trained in earlier sessions
     * @param total the runs of the whole design; 0 where nobody knows how many there will be
     */
    ProgressLine(Console console, StudyOwner owner, int doneBefore, int total) {
        this.console = console;
        this.owner = owner;
        this.queue = owner.queue();
        this.doneBefore = doneBefore;
        this.total = total;
    }

    @Override
    public void runChanged(RunStatus status) {
        if (console.terminal()) {
            rewrite(summary());
        }
    }

    /** The first losses are told at once, so that something is seen long before a run ends. */
    @Override
    public void epochFinished(RunKey key, EpochLosses losses) {
        boolean first = latest.isEmpty();
        latest = key.network() + " epoch " + losses.epoch() + ": " + text(losses.validation());
        if (console.terminal()) {
            rewrite(summary());
        } else if (first) {
            console.say("first losses on validation · " + latest);
        }
    }

    @Override
    public void runEnded(RunKey key, RunResult result) {
        if (result instanceof RunResult.Finished finished) {
            if (!console.terminal()) {
                String losses = text(finished.losses().getOrDefault(Measure.VALIDATION, Map.of()));
                console.say(summary() + " · " + key.network() + seed(key) + ": " + losses);
            }
        } else {
            clear();
            console.say("tandem: " + problem(key, result));
        }
    }

    @Override
    public void guidedChanged() {
        List<String> now = owner.guided().verdict().map(GuidedText::running).orElse(List.of());
        if (!now.equals(verdict)) {
            clear();
            now.forEach(console::say);
            verdict = now;
        }
    }

    @Override
    public void halted(String reason) {
        clear();
        console.say("tandem: the queue stopped: " + reason);
    }

    /** Ends the line that rewrites itself. */
    void clear() {
        if (lineOpen) {
            console.err().print(REWRITE);
            console.err().flush();
            lineOpen = false;
        }
    }

    private String summary() {
        List<RunStatus> statuses = queue.statuses();
        long done = doneBefore
                + statuses.stream()
                        .filter(each -> each.state() == RunState.DONE)
                        .count();
        List<RunStatus> running = statuses.stream()
                .filter(each -> each.state() == RunState.RUNNING)
                .toList();
        double rate = RunStatus.imagesPerSecond(running);
        String speed = rate > 0 ? String.format(Locale.ROOT, " · %.0f images/s", rate) : "";
        String left = queue.timeLeft()
                .filter(time -> total > 0)
                .map(time -> " · " + text(time) + " left")
                .orElse("");
        String of = total > 0 ? " of " + total : "";
        return String.format(Locale.ROOT, "%d%s runs · %d training%s%s", done, of, running.size(), speed, left);
    }

    private static String text(Map<String, Double> losses) {
        return losses.entrySet().stream()
                .map(loss -> loss.getKey() + String.format(Locale.ROOT, " %.4f", loss.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void rewrite(String line) {
        String text = line + (latest.isEmpty() ? "" : " · " + latest);
        console.err().print(REWRITE + text.substring(0, Math.min(text.length(), console.columns() - 1)));
        console.err().flush();
        lineOpen = true;
    }

    private static String seed(RunKey key) {
        return key.seed() == 0 ? "" : " (seed " + key.seed() + ")";
    }

    /** Which run ended without losses, and why. */
    static String problem(RunKey key, RunResult result) {
        String run = key.network() + seed(key) + " ";
        if (result instanceof RunResult.Diverged diverged) {
            return run + "diverged at step " + diverged.step() + ". " + String.join(". ", diverged.remedies()) + ".";
        }
        return run
                + (result instanceof RunResult.Failed failed ? "failed: " + RunReason.words(failed.reason()) : "ended");
    }

    /** {@code 40 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String text(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /** Tells how far the decoding of a dataset, or the making of one, has come. */
    static Progress counting(Console console, String what) {
        return (done, count) -> {
            if (console.terminal()) {
                console.err().print(REWRITE + (done < count ? what + " " + done + " of " + count : ""));
                console.err().flush();
            } else if (done == count) {
                console.say(what + ": " + count);
            }
        };
    }
}
