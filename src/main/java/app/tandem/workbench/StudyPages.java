package app.tandem.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Which page of each study was looked at last. */
final class StudyPages {

    private static final String PART = "window";
    private static final String PAGE = "page";

    private final StudyMemory memory;
    private final Executor background;
    /** Of this session; what is saved may be behind. */
    private final Map<Path, Page> latest = new ConcurrentHashMap<>();

    StudyPages(StudyMemory memory, Executor background) {
        this.memory = memory;
        this.background = background;
    }

    /** Empty for a study of which no page was chosen yet. Reads a file: not for the JavaFX thread. */
    Optional<Page> last(Path study) {
        return Optional.ofNullable(latest.get(study))
                .or(() -> named(memory.of(study, PART).load().getOrDefault(PAGE, "")));
    }

    /** Saves it in the background. */
    void keep(Path study, Page page) {
        latest.put(study, page);
        background.execute(() -> save(study));
    }

    /** Always the latest: two that are saved at once must not leave the earlier one behind. */
    private synchronized void save(Path study) {
        Page page = latest.get(study);
        if (page != null) {
            memory.of(study, PART).save(Map.of(PAGE, page.name()));
        }
    }

    private static Optional<Page> named(String name) {
        return Arrays.stream(Page.values())
                .filter(page -> page.name().equals(name))
                .findFirst();
    }
}
