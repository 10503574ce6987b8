package app.tandem.report;

import app.tandem.grouping.Selection;
import app.tandem.grouping.Served;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.NetworkLetter;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A grouping drawn as its encoders, each with its heads: an encoder's area is proportional to its share, a head has the
 * colour of its task, an auxiliary head is dashed and muted.
 *
 * @param title what it shows; drawn only where there is no encoder, and then it says why
 * @param encoders in reading order
 */
public record GroupingDiagram(String title, List<Encoder> encoders) implements Figure {

    public GroupingDiagram {
        encoders = List.copyOf(encoders);
    }

    /**
     * One network.
     *
     * @param name such as {@code A}
     * @param cost such as {@code 0.5 SNT}
     * @param share of the full-size encoder, above 0
     * @param heads serving ones first
     */
    public record Encoder(String name, String cost, Fraction share, List<Head> heads) {
        public Encoder {
            heads = List.copyOf(heads);
        }
    }

    /**
     * One head.
     *
     * @param label the task's name, and for an auxiliary head that it is one
     * @param task the task's index, which gives its colour
     * @param auxiliary whether it serves nobody
     */
    public record Head(String label, int task, boolean auxiliary) {}

    /** What the search found, the larger networks first. */
    public static GroupingDiagram of(List<String> names, Selection selection, Words words) {
        List<Served> ordered = GroupingReport.order(selection).stream()
                .map(selection.networks()::get)
                .toList();
        String title = words.get("diagram.title", decimal(selection.cost().snt()));
        return of(title, names, ordered, words);
    }

    /**
     * The networks in the given order, called A, B, C ….
     *
     * @param names of the tasks, in their order
     * @param networks each with the tasks it serves; its other tasks are auxiliary
     */
    public static GroupingDiagram of(String title, List<String> names, List<Served> networks, Words words) {
        List<Encoder> encoders = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Served served = networks.get(i);
            List<Head> heads = new ArrayList<>();
            served.serves().stream().forEach(task -> heads.add(new Head(names.get(task), task, false)));
            served.auxiliary().stream()
                    .forEach(task -> heads.add(new Head(words.get("diagram.auxiliary", names.get(task)), task, true)));
            Network network = served.network();
            String cost = words.get("diagram.cost", decimal(network.cost().snt()));
            encoders.add(new Encoder(NetworkLetter.of(i), cost, network.cost().snt(), heads));
        }
        return new GroupingDiagram(title, encoders);
    }

    /** No grouping, and why. */
    public static GroupingDiagram none(String reason) {
        return new GroupingDiagram(reason, List.of());
    }

    /** A decimal where it is short and exact, {@code 0.5}; else the fraction, {@code 1/3}. */
    static String decimal(Fraction snt) {
        String decimal = snt.toDecimal();
        return Fraction.parse(decimal).equals(snt) ? decimal : snt.toString();
    }

    @Override
    public double preferredHeight(double width, double textSize) {
        return Math.max(
                4 * textSize, DiagramLayout.preferred(encoders, width, textSize).height());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        if (encoders.isEmpty()) {
            paintReason(g, width, height, theme);
            return;
        }
        DiagramLayout layout = DiagramLayout.fitting(encoders, width, height, theme.textSize());
        new DiagramPainter(g, theme, layout).paint(width, height);
    }

    private void paintReason(Graphics2D g, double width, double height, FigureTheme theme) {
        double t = theme.textSize();
        List<Lettering> lines = Lettering.regular(title, t).wrap(Math.max(t, width - 2 * t));
        g.setColor(theme.muted());
        double y = height / 2 - (lines.size() - 1) * Lettering.LINE * t / 2;
        for (Lettering line : lines) {
            line.drawCentred(g, width / 2, y);
            y += Lettering.LINE * t;
        }
    }
}
