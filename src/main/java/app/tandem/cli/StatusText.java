package app.tandem.cli;

import app.tandem.owner.RunPlan;
import app.tandem.owner.StudyReader;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunState;
import app.tandem.run.RunStatus;
import app.tandem.run.RunStop;
import app.tandem.store.StoredRun;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the runs of a study stand, in lines: the numbers, then each run that has not ended, in the order of training. */
final class StatusText {

    /** How many of the runs that just wait are named. */
    private static final int NEXT = 5;

    private static final List<RunState> TOLD = List.of(
            RunState.RUNNING, RunState.QUEUED, RunState.PAUSED, RunState.CANCELLED, RunState.FAILED, RunState.DIVERGED);

    private final StudyReader study;
    private final RunPlan plan;
    private final Map<RunKey, RunStatus> running = new HashMap<>();
    private final Set<RunKey> failed = new HashSet<>();
    private final Map<RunKey, RunStop> stops;
    private final Map<RunKey, Integer> begun;

    private StatusText(StudyReader study) {
        this.study = study;
        this.plan = RunPlan.of(study.study(), study.runs()).inOrder(study.order());
        this.stops = study.stops();
        this.begun = study.begun();
        study.running().forEach(run -> running.put(run.key(), run));
        study.runs().stream()
                .filter(run -> run.result().orElse(null) instanceof RunResult.Failed)
                .map(StoredRun::key)
                .forEach(failed::add);
    }

    static List<String> of(StudyReader study) {
        return new StatusText(study).lines();
    }

    private List<String> lines() {
        Map<RunState, Integer> counts = new EnumMap<>(RunState.class);
        counts.put(RunState.DIVERGED, plan.diverged().size());
        List<String> runs = new ArrayList<>();
        int waiting = 0;
        for (RunPlan.Planned run : plan.missing()) {
            RunState state = state(run.key());
            counts.merge(state, 1, Integer::sum);
            boolean justWaits = state == RunState.QUEUED && !begun.containsKey(run.key());
            waiting += justWaits ? 1 : 0;
            if (!justWaits || waiting <= NEXT) {
                runs.add(line(state, run));
            }
        }
        plan.diverged().forEach(each -> runs.add(line(RunState.DIVERGED, each.run())));
        List<String> lines = new ArrayList<>();
        lines.add(StudySummary.of(study.study()));
        lines.add(plan.done() + " of " + plan.all().size() + " runs have ended" + numbers(counts));
        lines.addAll(runs);
        if (waiting > NEXT) {
            lines.add("  … and " + (waiting - NEXT) + " more that wait");
        }
        return lines;
    }

    private RunState state(RunKey key) {
        if (running.containsKey(key)) {
            return RunState.RUNNING;
        }
        RunStop stop = stops.get(key);
        return stop != null ? stop.state() : failed.contains(key) ? RunState.FAILED : RunState.QUEUED;
    }

    private static String numbers(Map<RunState, Integer> counts) {
        StringBuilder text = new StringBuilder();
        for (RunState state : TOLD) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0) {
                text.append(" · ").append(count).append(' ').append(word(state));
            }
        }
        return text.toString();
    }

    private String line(RunState state, RunPlan.Planned run) {
        RunStatus now = running.get(run.key());
        int epochs = run.setting().schedule().epochs();
        int epoch = now != null ? now.epoch() : begun.getOrDefault(run.key(), 0);
        boolean isTold = now != null || epoch > 0;
        return String.format(Locale.ROOT, "  %-9s  %s", word(state), run.key())
                + (isTold ? " · epoch " + epoch + " of " + epochs : "");
    }

    private static String word(RunState state) {
        return state == RunState.QUEUED ? "waiting" : state.name().toLowerCase(Locale.ROOT);
    }
}
