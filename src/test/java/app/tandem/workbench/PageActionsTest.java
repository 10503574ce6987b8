package app.tandem.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.workbench.common.Action;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** How the buttons of a page are called in the palette. */
class PageActionsTest {

    @Test
    void aButtonIsNamedWithItsPageUnlessItIsCalledLikeIt() {
        HBox page = new HBox(new Button("Train"), new Button("Retry failed"));
        assertThat(PageActions.of("train", "Train", page))
                .extracting(Action::text)
                .containsExactly("Train", "Train: Retry failed");
    }
}
