package app.tandem.workbench.grouping;

import app.tandem.owner.RunForecast;
import app.tandem.study.Network;
import app.tandem.workbench.common.Latest;
import app.tandem.workbench.common.StudySession;
import app.tandem.workbench.common.Threads;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What it takes to train what the grouping that is drawn lacks. Lives on the JavaFX thread. */
final class MissingForecast {

    private final StudySession session;
    private final Latest<Optional<RunForecast>> forecasts;
    private final ReadOnlyObjectWrapper<Optional<RunForecast>> forecast = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile List<Network> missing = List.of();

    MissingForecast(StudySession session, Threads threads, Consumer<RuntimeException> fail) {
        this.session = session;
        this.forecasts = new Latest<>(threads, this::read, forecast::set, fail);
    }

    /** Asks what these networks take. */
    void follow(List<Network> networks) {
        if (!networks.equals(missing)) {
            missing = networks;
            forecast.set(Optional.empty());
            forecasts.request();
        }
    }

    /** Asks again, as after a change of the study; from any thread. */
    void refresh() {
        forecasts.request();
    }

    private Optional<RunForecast> read() {
        List<Network> asked = missing;
        return asked.isEmpty()
                ? Optional.empty()
                : session.forecast(List.of(asked)).stream().findFirst();
    }

    /** Empty where nothing is missing, or while it is counted. */
    ReadOnlyObjectProperty<Optional<RunForecast>> property() {
        return forecast.getReadOnlyProperty();
    }
}
