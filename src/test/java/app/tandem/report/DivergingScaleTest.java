package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DivergingScaleTest {

    /**
     * What is left of linear red, green and blue where one kind of cone is missing (Machado, Oliveira and Fernandes, IEEE TVCG
     * 2009, severity 1).
     */
    private static final Map<String, double[][]> EYES = Map.of(
            "usual", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protan",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "deutan",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    },
            "tritan",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    /** CIE 1976 L*a*b* of a colour as an eye sees it. */
    private static double[] lab(Color colour, double[][] eye) {
        double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        double x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505;
        double y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
        double z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089;
        return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double difference(Color a, Color b, double[][] eye) {
        double[] first = lab(a, eye);
        double[] second = lab(b, eye);
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    @Test
    void gainsAndLossesStayApartForEveryEye() {
        for (Color ground : new Color[] {Color.WHITE, new Color(0x0D1117)}) {
            DivergingScale scale = new DivergingScale(10, ground);
            EYES.forEach((eye, matrix) -> {
                assertThat(difference(scale.at(-10), scale.at(10), matrix))
                        .as("ends, " + eye)
                        .isGreaterThan(40);
                assertThat(difference(scale.at(-5), scale.at(5), matrix))
                        .as("halves, " + eye)
                        .isGreaterThan(15);
                for (double value = 2.5; value <= 10; value += 2.5) {
                    assertThat(difference(scale.at(value), scale.at(0), matrix))
                            .as(value + " and zero, " + eye)
                            .isGreaterThan(5);
                    assertThat(difference(scale.at(-value), scale.at(0), matrix))
                            .as(-value + " and zero, " + eye)
                            .isGreaterThan(5);
                }
            });
        }
    }

    @Test
    void redAndGreenWouldNotPassThisTest() {
        assertThat(difference(new Color(0xC00000), new Color(0x5A7A00), EYES.getOrDefault("deutan", new double[3][3])))
                .isLessThan(40);
    }

    @Test
    void zeroIsTheGroundAndTheLimitIsRound() {
        DivergingScale scale = DivergingScale.of(37.4, Color.WHITE);

        assertThat(scale.limit()).isEqualTo(40);
        assertThat(scale.at(0)).isEqualTo(Color.WHITE);
        assertThat(scale.at(40)).isEqualTo(DivergingScale.ABOVE).isEqualTo(scale.at(1000));
        assertThat(scale.at(-40)).isEqualTo(DivergingScale.BELOW);
        assertThat(DivergingScale.of(0.012, Color.WHITE).limit()).isEqualTo(0.015);
        assertThat(DivergingScale.of(0, Color.WHITE).limit()).isEqualTo(1);
        assertThat(DivergingScale.of(9.5, Color.WHITE).limit()).isEqualTo(10);
    }
}
