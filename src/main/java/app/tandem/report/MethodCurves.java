package app.tandem.report;

import app.tandem.grouping.AllInOne;
import app.tandem.grouping.Independent;
import app.tandem.grouping.MethodComparison;
import app.tandem.grouping.MethodPoint;
import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.report.BudgetCurve.Series;
import app.tandem.report.BudgetCurve.Step;
import app.tandem.study.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The test loss of every method against the budget, each with a band of one standard deviation over the seeds. */
public final class MethodCurves {

    /** Each method has its colour in every figure, whichever others are there. */
    private static final List<String> ORDER = List.of("optimal", "hoa", "esa", "guided", "random", "tag", "cs", "etap");

    /** They stand at single budgets and nowhere between, so that they are points. */
    private static final Set<String> POINTS = Set.of(new AllInOne().id(), new Independent().id());

    private MethodCurves() {}

    static BudgetCurve of(SettingEvidence setting, Words words) {
        String title = words.get("methods.curves", setting.losses().setting());
        Optional<MethodComparison> comparison;
        try {
            comparison = setting.methods();
        } catch (UserException tooLarge) {
            comparison = Optional.empty();
        }
        Map<String, List<MethodPoint>> byMethod = new LinkedHashMap<>();
        comparison.ifPresent(known -> known.points().stream()
                .filter(point -> !point.method().equals(MethodComparison.RANDOM_WORST))
                .forEach(point -> byMethod.computeIfAbsent(point.method(), method -> new ArrayList<>())
                        .add(point)));
        List<Series> series = new ArrayList<>();
        byMethod.forEach((method, points) -> {
            Series curve = of(setting.losses(), method, points, words);
            if (!curve.steps().stream().allMatch(Step::isGap)) {
                series.add(curve);
            }
        });
        return new BudgetCurve(title, series, List.of(), Optional.empty(), words);
    }

    /**
     * The curve of one method.
     *
     * @param losses from which it was made, for its band
     * @param points of this method, by budget
     */
    public static Series of(LossTable losses, String method, List<MethodPoint> points, Words words) {
        List<Step> steps = points.stream().map(point -> step(losses, point)).toList();
        return new Series(words.method(method), index(method), Measure.TEST, steps, POINTS.contains(method));
    }

    private static Step step(LossTable losses, MethodPoint point) {
        double spread = point.selection()
                .map(selection -> SeedSpread.of(losses, selection, Measure.TEST))
                .orElse(Double.NaN);
        return new Step(point.budget().snt(), point.testLoss().orElse(Double.NaN), spread);
    }

    private static int index(String method) {
        int known = ORDER.indexOf(method);
        return known >= 0 ? known : method.equals(new AllInOne().id()) ? 12 : 13;
    }
}
