package app.tandem.workbench.common;

import java.util.Map;

/** What one page remembers of one study on this machine. May read and write a file: called in the background only. */
public interface PageMemory {

    /** What was saved last; empty where nothing was. */
    Map<String, String> load();

    /** Keeps these in the place of what was saved before. */
    void save(Map<String, String> values);
}
