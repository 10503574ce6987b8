package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A hierarchical Bayesian model of losses that were not measured. For task t in a network with m = |G| − 1 companions and an
 * encoder of share e,
 *
 * <blockquote>ln L = level<sub>t</sub> + a<sub>t</sub> · ( h<sub>t</sub> · log₂(1/e) + c<sub>t</sub> · √m + Σ<sub>u ∈ G \ {t}</sub>
 * w<sub>u→t</sub> / √m + ε )</blockquote>
 *
 * <ul>
 *   <li>level: of the task, with a flat prior;
 *   <li>a: the sensitivity, log-normal around 1, for some tasks hardly react to company and others always do;
 *   <li>h, c: smaller encoders and crowded ones, each normal around what all tasks have in common, which is normal around 0;
 *   <li>w<sub>u→t</sub>: what companion u does to t, normal around what u does to everybody, which is normal around 0. Divided by
 *       √m so that the effect of company neither grows nor fades with its number;
 *   <li>ε: luck, normal, of this task in this network alone; its standard deviation may differ by task.
 * </ul>
 *
 * <p>The standard deviations are the {@link GuidedPrior}. Draws come from a Gibbs sampler in which the tasks' own effects and
 * levels are integrated out: it alternates between the common effects (normal) and each task's sensitivity and luck (on a
 * grid). A draw takes O(n³ + networks · n) time for n tasks, preparing for the draws O(n · trained³).
 */
final class TransferModel {

    private static final int BURN_IN = 30;
    private static final int SWEEPS_BETWEEN = 3;
    private static final double SMALLEST_LOSS = 1e-9;
    private static final int SENSITIVITIES = 33;
    private static final int LUCKS = 5;
    /** How many standard deviations the grids reach. */
    private static final double SENSITIVITY_REACH = 4;

    private static final double LUCK_REACH = 2;
    private static final int SMALLER = 0;
    private static final int CROWD = 1;
    private static final int FIRST_COMPANION = 2;

    private final List<Network> pool;
    private final int[] masks;
    private final double[] halvings;
    private final double[] rootOf;
    private final double[] company;
    private final int effects;
    private final GuidedPrior prior;
    private final Draws random;
    private final double[][] known;
    private final TaskEvidence[] evidence;
    private final double[] logSensitivity;
    private final double[] inverseSensitivity;
    private final double[] logLuckFactor;
    private final double[] common;
    private final int[] sensitivity;
    private final int[] luck;

    /**
     * @param table the losses so far, and every candidate; each task with a loss in some network
     */
    TransferModel(LossTable table, GuidedPrior prior, Draws random) {
        this.pool = table.networks();
        this.masks =
                pool.stream().mapToInt(network -> (int) network.tasks().bits()).toArray();
        this.halvings = pool.stream().mapToDouble(TransferModel::halvings).toArray();
        this.rootOf =
                IntStream.range(0, table.taskCount()).mapToDouble(Math::sqrt).toArray();
        this.company = new double[1 << table.taskCount()];
        this.effects = FIRST_COMPANION + table.taskCount();
        this.prior = prior;
        this.random = random;
        this.known = new double[pool.size()][table.taskCount()];
        for (int row = 0; row < known.length; row++) {
            for (int task = 0; task < table.taskCount(); task++) {
                known[row][task] = table.cell(row, task, Measure.VALIDATION).mean();
            }
        }
        this.logSensitivity = grid(SENSITIVITIES, SENSITIVITY_REACH * prior.sensitivity());
        this.inverseSensitivity =
                Arrays.stream(logSensitivity).map(log -> Math.exp(-log)).toArray();
        this.logLuckFactor = prior.luckRange() > 0 ? grid(LUCKS, LUCK_REACH * prior.luckRange()) : new double[1];
        this.evidence = new TaskEvidence[table.taskCount()];
        for (int task = 0; task < evidence.length; task++) {
            evidence[task] = evidence(task);
        }
        this.common = new double[effects];
        this.sensitivity = new int[evidence.length];
        this.luck = new int[evidence.length];
        Arrays.fill(sensitivity, SENSITIVITIES / 2);
        Arrays.fill(luck, logLuckFactor.length / 2);
        for (int i = 0; i < BURN_IN; i++) {
            sweep();
        }
    }

    private static double[] grid(int points, double reach) {
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            grid[i] = reach * (2.0 * i / (points - 1) - 1);
        }
        return grid;
    }

    private TaskEvidence evidence(int task) {
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int row = 0; row < known.length; row++) {
            if (pool.get(row).tasks().contains(task) && !Double.isNaN(known[row][task])) {
                x.add(effectsOf(pool.get(row), task, evidence.length));
                y.add(Math.log(Math.max(SMALLEST_LOSS, known[row][task])));
            }
        }
        double[] own = new double[effects];
        Arrays.fill(own, prior.pair() * prior.pair());
        own[SMALLER] = prior.smallerByTask() * prior.smallerByTask();
        own[CROWD] = prior.crowdByTask() * prior.crowdByTask();
        double[] lucks = Arrays.stream(logLuckFactor)
                .map(factor -> prior.luck() * Math.exp(factor))
                .toArray();
        return new TaskEvidence(
                x.toArray(double[][]::new),
                y.stream().mapToDouble(Double::doubleValue).toArray(),
                own,
                lucks);
    }

    /** What each effect has to do with the loss of a task in a network, where there are so many tasks in all. */
    static double[] effectsOf(Network network, int task, int tasks) {
        double[] x = new double[FIRST_COMPANION + tasks];
        x[SMALLER] = halvings(network);
        int companions = network.tasks().size() - 1;
        x[CROWD] = Math.sqrt(companions);
        for (int other : network.tasks().without(task)) {
            x[FIRST_COMPANION + other] = 1 / Math.sqrt(companions);
        }
        return x;
    }

    private static double halvings(Network network) {
        return -Math.log(network.encoder().share().toDouble()) / Math.log(2);
    }

    private void sweep() {
        double[][] precision = new double[effects][effects];
        double[] pull = new double[effects];
        for (int e = 0; e < effects; e++) {
            double sd = e == SMALLER ? prior.smaller() : e == CROWD ? prior.crowd() : prior.companion();
            precision[e][e] = 1 / (sd * sd);
        }
        for (int task = 0; task < evidence.length; task++) {
            TaskEvidence.AtLuck at = evidence[task].at(luck[task]);
            double a = Math.exp(logSensitivity[sensitivity[task]]);
            for (int e = 0; e < effects; e++) {
                pull[e] += at.xPy()[e] / a;
                for (int f = 0; f < effects; f++) {
                    precision[e][f] += at.xPx()[e][f];
                }
            }
        }
        Cholesky root = new Cholesky(precision);
        double[] mean = root.solve(pull);
        double[] around = root.normalOfInverse(random);
        for (int e = 0; e < effects; e++) {
            common[e] = mean[e] + around[e];
        }
        for (int task = 0; task < evidence.length; task++) {
            drawSensitivityAndLuck(task);
        }
    }

    private void drawSensitivityAndLuck(int task) {
        TaskEvidence of = evidence[task];
        double[] log = new double[logSensitivity.length * of.levels()];
        for (int level = 0; level < of.levels(); level++) {
            TaskEvidence.AtLuck at = of.at(level);
            double across = TaskEvidence.dot(common, at.xPy());
            double square = TaskEvidence.dot(common, TaskEvidence.times(at.xPx(), common));
            double ofLuck =
                    at.logDensity() - (of.levels() > 1 ? square(logLuckFactor[level] / prior.luckRange()) / 2 : 0);
            for (int i = 0; i < logSensitivity.length; i++) {
                double inverse = inverseSensitivity[i];
                log[level * logSensitivity.length + i] = ofLuck
                        - square(logSensitivity[i] / prior.sensitivity()) / 2
                        - (of.observations() - 1) * logSensitivity[i]
                        - (at.yPy() * inverse * inverse - 2 * across * inverse + square) / 2;
            }
        }
        int chosen = drawFrom(log);
        luck[task] = chosen / logSensitivity.length;
        sensitivity[task] = chosen % logSensitivity.length;
    }

    private int drawFrom(double[] logWeights) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double weight : logWeights) {
            largest = Math.max(largest, weight);
        }
        double sum = 0;
        double[] upTo = new double[logWeights.length];
        for (int i = 0; i < upTo.length; i++) {
            sum += Math.exp(logWeights[i] - largest);
            upTo[i] = sum;
        }
        double at = random.uniform() * sum;
        for (int i = 0; i < upTo.length; i++) {
            if (at < upTo[i]) {
                return i;
            }
        }
        return upTo.length - 1;
    }

    private static double square(double value) {
        return value * value;
    }

    /**
     * Draws every loss that was not measured, and copies those that were.
     *
     * @param losses to be filled, per network and task, not weighted
     */
    void draw(double[][] losses) {
        for (int i = 0; i < SWEEPS_BETWEEN; i++) {
            sweep();
        }
        double[] own = new double[effects];
        for (int task = 0; task < evidence.length; task++) {
            double a = Math.exp(logSensitivity[sensitivity[task]]);
            double level = evidence[task].drawOwn(luck[task], a, common, own, random);
            double spread = evidence[task].at(luck[task]).luck();
            sumCompany(own);
            for (int row = 0; row < masks.length; row++) {
                if ((masks[row] >>> task & 1) != 0) {
                    losses[row][task] = Double.isNaN(known[row][task])
                            ? Math.exp(a * (level + expected(row, task, own) + spread * random.normal()))
                            : known[row][task];
                }
            }
        }
    }

    /** Draws what every task is like, by which its loss in any network can be foretold. */
    List<TaskEffects> drawEffects() {
        for (int i = 0; i < SWEEPS_BETWEEN; i++) {
            sweep();
        }
        List<TaskEffects> drawn = new ArrayList<>();
        for (int task = 0; task < evidence.length; task++) {
            double a = Math.exp(logSensitivity[sensitivity[task]]);
            double[] own = new double[effects];
            double level = evidence[task].drawOwn(luck[task], a, common, own, random);
            drawn.add(
                    new TaskEffects(a, level, own, evidence[task].at(luck[task]).luck()));
        }
        return drawn;
    }

    /** For every set of companions the sum of what they do. */
    private void sumCompany(double[] own) {
        for (int set = 1; set < company.length; set++) {
            company[set] = company[set & set - 1] + own[FIRST_COMPANION + Integer.numberOfTrailingZeros(set)];
        }
    }

    private double expected(int row, int task, double[] own) {
        int companions = Integer.bitCount(masks[row]) - 1;
        double sum = own[SMALLER] * halvings[row];
        return companions == 0
                ? sum
                : sum + own[CROWD] * rootOf[companions] + company[masks[row] & ~(1 << task)] / rootOf[companions];
    }
}
