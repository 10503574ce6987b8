package app.tandem.workbench;

import app.tandem.workbench.common.PageMemory;
import java.util.HashMap;
import java.util.Map;

/** What a page remembers, for tests that need no file. */
final class MemoryInMemory implements PageMemory {

    private Map<String, String> values = Map.of();

    @Override
    public synchronized Map<String, String> load() {
        return values;
    }

    @Override
    public synchronized void save(Map<String, String> now) {
        values = new HashMap<>(now);
    }
}
