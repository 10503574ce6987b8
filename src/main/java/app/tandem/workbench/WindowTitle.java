package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import app.tandem.workbench.queue.QueueSummary;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The window's title: the study, and how far its training is, so that a glance at the task bar tells. */
final class WindowTitle {

    private WindowTitle() {}

    static ObservableValue<String> of(OpenStudy study, Messages messages) {
        return Bindings.createStringBinding(
                () -> title(study, messages),
                study.nameProperty(),
                study.queue().summaryProperty());
    }

    private static String title(OpenStudy study, Messages messages) {
        QueueSummary queue = study.queue().summaryProperty().get();
        String name = study.nameProperty().get() + " – Tandem";
        if (queue.running() == 0) {
            return name;
        }
        String percent = String.format(Locale.ROOT, "%.0f %%", queue.fraction() * 100);
        return messages.text("window.training", percent, name);
    }
}
