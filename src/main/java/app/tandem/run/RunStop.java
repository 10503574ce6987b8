package app.tandem.run;

/** What the user said of a run that is not to be trained until they say otherwise. */
public enum RunStop {
    /** It keeps its place and waits. */
    PAUSED,
    /** It is taken out. */
    CANCELLED;

    /** Where a run stands of which this was said. */
    public RunState state() {
        return this == PAUSED ? RunState.PAUSED : RunState.CANCELLED;
    }
}
