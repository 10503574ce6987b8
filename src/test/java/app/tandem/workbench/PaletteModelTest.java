package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.workbench.common.Action;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    private static final PaletteModel ACTIONS = new PaletteModel(List.of(
            action("Go to Train", true),
            action("Train: Pause all", true),
            action("Losses: Export › as CSV", true),
            action("Losses: Restrain", true),
            action("Undo", false)));

    private static Action action(String words, boolean enabled) {
        return Action.of("test." + words, words, () -> {}).when(new SimpleBooleanProperty(enabled));
    }

    private static List<String> find(String typed) {
        return ACTIONS.find(typed).stream().map(Action::text).toList();
    }

    @Test
    void nothingTypedFindsAllThatCanBeDoneInItsOrder() {
        assertThat(find(" "))
                .containsExactly("Go to Train", "Train: Pause all", "Losses: Export › as CSV", "Losses: Restrain");
    }

    @Test
    void whatBeginsWithTheWordComesFirstAndThenWhatHasAWordThatDoes() {
        assertThat(find("train")).containsExactly("Train: Pause all", "Go to Train", "Losses: Restrain");
        assertThat(find("rest")).containsExactly("Losses: Restrain");
    }

    @Test
    void everyWordMustBeThereInAnyOrderAndCase() {
        assertThat(find("csv LOSSES")).containsExactly("Losses: Export › as CSV");
        assertThat(find("csv train")).isEmpty();
    }
}
