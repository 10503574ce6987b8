package app.tandem.bench;

import app.tandem.data.LossTableCsv;
import app.tandem.grouping.Frontier;
import app.tandem.grouping.GroupingSolver;
import app.tandem.grouping.GuidedPrior;
import app.tandem.grouping.GuidedRule;
import app.tandem.grouping.GuidedSearch;
import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.SearchOptions;
import app.tandem.loss.LossTable;
import app.tandem.study.Budget;
import app.tandem.study.Fraction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The guided search in replay: how much it trains and how far it stays from the optimum, beside HOA; on the published settings,
 * with the prior of all of them and with the one found without the setting that is judged, and on generated tables of more
 * tasks. Then what its stated probabilities are worth.
 *
 * <p>{@code ./tandem bench guided [published|generated|noisy] [NUMBER…]}; without a word, published and generated.
 */
public final class GuidedSearchBenchmark {

    private static final Path PUBLISHED = Path.of("sample-data", "standley2020", "losses.csv");
    private static final int[] EDGES = {0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};

    private final GuidedRule rule;

    private GuidedSearchBenchmark(GuidedRule rule) {
        this.rule = rule;
    }

    /**
     * @param args which tables; how many seeds of the search on the published ones, or how many generated tables of 8 tasks and
     *     of 10
     */
    public static void main(String[] args) {
        String which = args.length == 0 ? "" : args[0];
        GuidedSearchBenchmark benchmark = new GuidedSearchBenchmark(GuidedRule.USUAL);
        if (which.isEmpty() || which.equals("published")) {
            benchmark.published(number(args, 1, 5));
        }
        if (which.isEmpty() || which.equals("generated")) {
            benchmark.generated(8, number(args, 1, 100), 0.02, 0.01);
            benchmark.generated(10, number(args, 2, 20), 0.02, 0.01);
        }
        if (which.equals("noisy")) {
            benchmark.generated(8, number(args, 1, 100), 0.03, 0.03);
            benchmark.generated(10, number(args, 2, 20), 0.03, 0.03);
        }
    }

    private static int number(String[] args, int at, int usual) {
        return args.length > at ? Integer.parseInt(args[at]) : usual;
    }

    private void published(int seeds) {
        List<LossTable> settings = LossTableCsv.read(PUBLISHED);
        GuidedPrior ofAll = PriorFit.of(settings);
        System.out.println("Prior of all settings: " + ofAll);
        System.out.println("Prior in use:          " + GuidedPrior.STANDLEY);
        published("the prior in use", settings, setting -> GuidedPrior.STANDLEY, seeds);
        List<GuidedPrior> without = settings.stream()
                .map(setting -> PriorFit.of(
                        settings.stream().filter(other -> other != setting).toList()))
                .toList();
        without.forEach(prior -> System.out.println("Prior without a setting: " + prior));
        published(
                "a prior found without the setting",
                settings,
                setting -> without.get(settings.indexOf(setting)),
                seeds);
    }

    private void published(String title, List<LossTable> settings, Function<LossTable, GuidedPrior> prior, int seeds) {
        System.out.printf(Locale.ROOT, "%nPublished settings, %s, mean of the nine budgets%n", title);
        System.out.println("setting     seeds  excess %  training SNT  HOA excess %  HOA training SNT");
        List<Replay> first = new ArrayList<>();
        List<Replay> all = new ArrayList<>();
        for (LossTable setting : settings) {
            List<Replay> ofSetting = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                GuidedSearch search = new GuidedSearch(prior.apply(setting), rule.withSeed(seed));
                List<Replay> ofSeed = replays(setting, MethodComparison.usualBudgets(setting.taskCount()), search);
                ofSetting.addAll(ofSeed);
                if (seed == rule.seed()) {
                    first.addAll(ofSeed);
                    row(setting.setting(), "0", ofSeed);
                }
            }
            row(setting.setting(), "0.." + (seeds - 1), ofSetting);
            all.addAll(ofSetting);
        }
        row("all", "0", first);
        row("all", "0.." + (seeds - 1), all);
        calibration(all);
    }

    private static List<Replay> replays(LossTable table, List<Budget> budgets, GuidedSearch search) {
        Frontier optimum = GroupingSolver.frontier(table, SearchOptions.COVER);
        return budgets.stream()
                .map(budget -> Replay.of(table, budget, optimum, search))
                .toList();
    }

    private void generated(int tasks, int tables, double triples, double luck) {
        if (tables == 0) {
            return;
        }
        GuidedSearch search = new GuidedSearch(GuidedPrior.STANDLEY, rule);
        List<Budget> budgets = IntStream.rangeClosed(1, tasks)
                .mapToObj(snt -> new Budget(Fraction.of(snt)))
                .toList();
        List<Replay> all = IntStream.range(0, tables)
                .parallel()
                .mapToObj(seed -> replays(GeneratedLosses.table(tasks, triples, luck, seed), budgets, search))
                .flatMap(List::stream)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%nGenerated: %d tables of %d tasks, triples %.2f, luck %.2f; mean of all tables and whole budgets%n",
                tables,
                tasks,
                triples,
                luck);
        System.out.println("tables      seeds  excess %  training SNT  HOA excess %  HOA training SNT");
        row("all", "0", all);
        for (int i = 0; i < budgets.size(); i++) {
            int budget = i;
            row(
                    "at " + budgets.get(i),
                    "0",
                    IntStream.range(0, tables)
                            .mapToObj(table -> all.get(table * budgets.size() + budget))
                            .toList());
        }
        calibration(all);
    }

    private static void row(String name, String seeds, List<Replay> replays) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %6s %9.3f %13.2f %13.3f %17.2f%n",
                name,
                seeds,
                mean(replays, Replay::excess),
                mean(replays, Replay::training),
                mean(replays, Replay::hoaExcess),
                mean(replays, Replay::hoaTraining));
    }

    private static double mean(List<Replay> replays, ToDoubleFunction<Replay> value) {
        return replays.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** What was stated, and how often it was so: over all steps, and where the search stopped. */
    private static void calibration(List<Replay> replays) {
        System.out.println("Probability of an improvement: stated, and how often there was one");
        System.out.println("    stated %     steps  mean stated %  true %     stops  mean stated %  true %");
        for (int i = 0; i + 1 < EDGES.length; i++) {
            double from = EDGES[i] / 100.0;
            double to = i + 2 == EDGES.length ? 2 : EDGES[i + 1] / 100.0;
            List<Replay.Belief> steps = replays.stream()
                    .flatMap(replay -> replay.beliefs().stream())
                    .filter(belief -> belief.chance() >= from && belief.chance() < to)
                    .toList();
            List<Replay.Belief> stops =
                    steps.stream().filter(Replay.Belief::last).toList();
            System.out.printf(
                    Locale.ROOT, "  %3d to %3d  %s  %s%n", EDGES[i], EDGES[i + 1], frequency(steps), frequency(stops));
        }
    }

    private static String frequency(List<Replay.Belief> beliefs) {
        double stated =
                beliefs.stream().mapToDouble(Replay.Belief::chance).average().orElse(Double.NaN);
        double happened = beliefs.stream()
                .mapToDouble(belief -> belief.improves() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return beliefs.isEmpty()
                ? String.format(Locale.ROOT, "%8d %14s %7s", 0, "", "")
                : String.format(Locale.ROOT, "%8d %14.1f %7.1f", beliefs.size(), 100 * stated, 100 * happened);
    }
}
