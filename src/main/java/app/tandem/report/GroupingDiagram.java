package app.tandem.report;

import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A grouping drawn as its encoders, each with its heads: an encoder's area is proportional to its share, a head has the
 * colour of its task, an auxiliary head is dashed and muted.
 *
 * @param title what it shows, not drawn
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

    /**
     * The networks in the given order, called A, B, C ….
     *
     * @param serves per network, the tasks it serves; its other tasks are auxiliary
     */
    public static GroupingDiagram of(
            String title, List<Task> tasks, List<Network> networks, List<TaskSet> serves, Words words) {
        if (networks.size() != serves.size()) {
            throw new IllegalArgumentException("for each network the tasks it serves are needed");
        }
        List<Encoder> encoders = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            TaskSet served = serves.get(i);
            List<Head> heads = new ArrayList<>();
            network.tasks().intersection(served).stream()
                    .forEach(task -> heads.add(new Head(tasks.get(task).name(), task, false)));
            network.tasks().minus(served).stream()
                    .forEach(task -> heads.add(new Head(
                            words.get("diagram.auxiliary", tasks.get(task).name()), task, true)));
            String cost = words.get("diagram.cost", decimal(network.cost().snt()));
            encoders.add(new Encoder(name(i), cost, network.cost().snt(), heads));
        }
        return new GroupingDiagram(title, encoders);
    }

    /** A, B … Z, AA, AB …. */
    static String name(int index) {
        String last = Character.toString('A' + index % 26);
        return index < 26 ? last : name(index / 26 - 1) + last;
    }

    /** A decimal where it is short and exact, {@code 0.5}; else the fraction, {@code 1/3}. */
    static String decimal(Fraction snt) {
        String decimal = snt.toDecimal();
        return Fraction.parse(decimal).equals(snt) ? decimal : snt.toString();
    }

    @Override
    public double preferredHeight(double width, double textSize) {
        return DiagramLayout.preferred(encoders, width, textSize).height();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureTheme theme) {
        if (encoders.isEmpty()) {
            return;
        }
        DiagramLayout layout = DiagramLayout.fitting(encoders, width, height, theme.textSize());
        new DiagramPainter(g, theme, layout).paint(width);
    }
}
