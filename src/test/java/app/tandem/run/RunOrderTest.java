package app.tandem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunOrderTest {

    private static final RunKey A = new RunKey("a@1", "small", 0);
    private static final RunKey B = new RunKey("b@1", "small", 0);
    private static final RunKey C = new RunKey("c@1", "small", 0);
    private static final RunKey D = new RunKey("d@1", "small", 0);

    @Test
    void whatHasAPlaceComesFirstAndTheRestAsItCame() {
        assertThat(RunOrder.of(List.of(D, B)).sort(List.of(A, B, C, D), key -> key))
                .containsExactly(D, B, A, C);
        assertThat(RunOrder.NONE.sort(List.of(C, A), key -> key)).containsExactly(C, A);
    }

    @Test
    void whatDoesNotWaitStaysWhereItIs() {
        assertThat(RunOrder.of(List.of(D, C, B)).sort(List.of(A, B, C, D), key -> key, key -> !key.equals(B)))
                .containsExactly(D, B, C, A);
    }

    @Test
    void aRunThatIsNamedTwiceHasItsFirstPlace() {
        assertThat(RunOrder.of(List.of(B, A, B)).sort(List.of(A, B), key -> key))
                .containsExactly(B, A);
    }
}
