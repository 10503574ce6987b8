package app.tandem.workbench.design;

import app.tandem.owner.EditForecast;
import app.tandem.owner.RunForecast;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sheet says, in the window's language. */
final class DesignWords {

    private final Messages messages;

    DesignWords(Messages messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.text("design." + key, arguments);
    }

    Messages messages() {
        return messages;
    }

    /** Why a field does not fit; where it is, is seen. */
    String fault(UserException fault) {
        return messages.said(fault.what()) + ". " + messages.said(fault.remedy()) + ".";
    }

    /** What a change costs, in sentences. */
    String costs(EditForecast cost) {
        List<String> said = new ArrayList<>();
        if (cost.lost() > 0) {
            said.add(text("lost", cost.lost()));
        }
        if (cost.found() > 0) {
            said.add(text("found", cost.found()));
        }
        if (cost.less() > 0) {
            said.add(text("less", cost.less()));
        }
        if (cost.more().runs() > 0) {
            said.add(timed("more", cost.more()));
        }
        if (cost.all().runs() == 0) {
            said.add(text(said.isEmpty() ? "free" : "allDone"));
        } else if (cost.all().runs() != cost.more().runs()) {
            said.add(timed("all", cost.all()));
        }
        return String.join(" ", said);
    }

    private String timed(String key, RunForecast runs) {
        return runs.time()
                .map(time -> text(key + ".timed", runs.runs(), messages.duration(time)))
                .orElseGet(() -> text(key + ".runs", runs.runs()));
    }

    /** What is said beside the buttons. */
    String summary(DesignModel model) {
        if (model.isReadOnly()) {
            return text("readOnly");
        }
        if (model.checkProperty().get().edit().isEmpty()) {
            return text("faulty");
        }
        if (!model.isChanged()) {
            return text("unchanged");
        }
        Optional<EditForecast> cost = model.forecastProperty().get();
        if (cost.filter(known -> !known.refused().isEmpty()).isPresent()) {
            return text("faulty");
        }
        return cost.map(this::costs).orElseGet(() -> text("counting"));
    }
}
