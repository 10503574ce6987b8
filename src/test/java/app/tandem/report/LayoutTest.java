package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tandem.report.DiagramLayout.Box;
import app.tandem.report.DiagramLayout.Group;
import app.tandem.report.DiagramLayout.HeadBox;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource({"252, 1000", "504, 400", "960, 540", "390, 350", "120, 90", "2000, 100"})
    void nothingOfADiagramIsCutOrOverlaps(double width, double height) {
        DiagramLayout layout = DiagramLayout.fitting(Samples.many().encoders(), width, height, 12);
        List<Rectangle2D> boxes = new ArrayList<>();
        for (Group group : layout.groups()) {
            boxes.add(rectangle(group.shape()));
            for (HeadBox head : group.heads()) {
                boxes.add(rectangle(head.box()));
                assertThat(head.lines()).allSatisfy(line -> assertThat(line.width())
                        .isLessThanOrEqualTo(head.box().width()));
            }
        }
        Rectangle2D all = new Rectangle2D.Double(-1e-6, -1e-6, width + 2e-6, height + 2e-6);
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(all.contains(boxes.get(i))).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
            }
        }
    }

    @Test
    void aDiagramStandsInTheMiddleOfASlide() {
        FigureSize slide = FigureSize.slide();
        BufferedImage image = FigureExport.image(
                Samples.classic(Samples.TASKS, Words.ENGLISH), slide, FigureTheme.light(slide.textSize()));
        int first = -1;
        int last = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
        }
        assertThat(first).isCloseTo(image.getHeight() - 1 - last, within(10));
        assertThat(first).isPositive();
    }

    @Test
    void anEncodersAreaIsProportionalToItsShare() {
        List<Group> groups = DiagramLayout.preferred(
                        Samples.classic(Samples.TASKS, Words.ENGLISH).encoders(), 500, 10)
                .groups();
        assertThat(area(groups.get(2).shape()) / area(groups.get(0).shape())).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aLabelKeepsOffLinesAndOtherLabels() {
        LabelPlacer placer = new LabelPlacer(new Rectangle2D.Double(0, 0, 100, 100));
        Line2D wall = new Line2D.Double(55, 0, 55, 100);
        placer.avoid(wall);
        List<Rectangle2D> placed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            placer.place(new Point2D.Double(50, 50), 20, 8, 4).ifPresent(placed::add);
        }
        assertThat(placed).hasSizeGreaterThan(3);
        for (int i = 0; i < placed.size(); i++) {
            assertThat(wall.intersects(placed.get(i))).isFalse();
            for (int j = 0; j < i; j++) {
                assertThat(placed.get(i).intersects(placed.get(j))).isFalse();
            }
        }
    }

    @Property(tries = 300, seed = "20")
    void anAxisHoldsItsValuesAndFewRoundTicks(
            @ForAll @DoubleRange(min = -1000, max = 1000) double low,
            @ForAll @DoubleRange(min = 0, max = 500) double span) {
        Axis axis = Axis.around(low, low + span, 6);
        assertThat(axis.position(low)).isBetween(0.0, 1.0);
        assertThat(axis.position(low + span)).isBetween(0.0, 1.0);
        assertThat(axis.ticks()).hasSizeBetween(2, 8);
        assertThat(Axis.around(low, low + span, 2).ticks())
                .as("where there is little room, one alone would tell nothing")
                .hasSizeGreaterThan(1);
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    private static double area(Box box) {
        return box.width() * box.height();
    }
}
