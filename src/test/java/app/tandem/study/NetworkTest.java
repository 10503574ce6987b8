package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static final List<String> IDS = List.of("depth", "normal", "edges");

    @Test
    void aNetworkCostsItsEncoderHoweverManyHeadsItHas() {
        assertThat(Network.of(TaskSet.of(0), EncoderSize.HALF).cost()).hasToString("0.5");
        assertThat(Network.of(TaskSet.all(3), EncoderSize.HALF).cost()).hasToString("0.5");
    }

    @Test
    void itsKeyNamesTasksInTheStudysOrderAndIsReadBack() {
        Network network = Network.of(TaskSet.of(2, 0), EncoderSize.parse("1/3"));

        assertThat(network.key(IDS)).isEqualTo("depth+edges@1/3");
        assertThat(Network.parse("edges+depth@1/3", IDS)).isEqualTo(network);
        assertThat(Network.parse("normal", IDS)).isEqualTo(Network.of(TaskSet.of(1), EncoderSize.FULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "depht", "depth+depth", "depth@0", "depth@2", "depth@1@soft", "depth@1@hard@x"})
    void aKeyThatNamesNoNetworkIsRefused(String key) {
        assertThatThrownBy(() -> Network.parse(key, IDS)).isInstanceOf(UserException.class);
    }

    @Test
    void anUnknownTaskIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Network.parse("depht", IDS))
                .hasMessageContaining("depht")
                .hasMessageContaining("depth, normal, edges");
    }
}
