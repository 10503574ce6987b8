package app.tandem.store;

import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import java.time.Instant;
import java.util.Optional;

/** A run's row with its result, whatever the design is now. */
record RecordedRun(long id, RunKey key, Optional<RunResult> result, Instant changed) {}
