package app.tandem.workbench.report;

import app.tandem.report.StudyReport;
import app.tandem.study.Setting;
import app.tandem.workbench.common.SessionListener.Change;
import app.tandem.workbench.common.StudySession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes reports only where something has changed, since the search for every budget may take seconds. */
final class ReportSource {

    private record Made(int generation, Locale language, StudyReport report) {}

    private final StudySession session;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile Optional<Made> latest = Optional.empty();

    ReportSource(StudySession session) {
        this.session = session;
    }

    /** Whether a change concerns the report; from any thread. */
    boolean changed(Change change) {
        boolean concerned = change == Change.STUDY || change == Change.LOSSES;
        if (concerned) {
            generation.incrementAndGet();
        }
        return concerned;
    }

    List<String> settings() {
        return session.study().settings().stream().map(Setting::name).toList();
    }

    /** In the background, one at a time. */
    StudyReport report(String setting, Locale language) {
        int now = generation.get();
        return latest.filter(made -> made.generation() == now
                        && made.language().equals(language)
                        && made.report().setting().equals(setting))
                .map(Made::report)
                .orElseGet(() -> {
                    StudyReport report = session.report(setting, language);
                    latest = Optional.of(new Made(now, language, report));
                    return report;
                });
    }
}
