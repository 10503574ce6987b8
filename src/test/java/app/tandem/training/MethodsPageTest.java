package app.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.study.EncoderDepth;
import app.tandem.study.EncoderSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures that the page on methods gives are those of the code. */
class MethodsPageTest {

    @ParameterizedTest
    @EnumSource(EncoderDepth.class)
    void itGivesTheMultiplyAddsOfEachEncoder(EncoderDepth depth) throws IOException {
        String page = Files.readString(Path.of("src", "site", "markdown", "methods.md"));
        EncoderPlan plan = EncoderPlan.of(depth, EncoderSize.FULL, 64);

        assertThat(page)
                .contains(String.format(Locale.ROOT, "%,d (%s)", plan.multiplyAdds(), depth.id()))
                .contains("uses at least " + EncoderPlan.LEAST_PERCENT + " %")
                .contains("separable convolution to " + HeadPlan.HIDDEN + " channels");
    }
}
