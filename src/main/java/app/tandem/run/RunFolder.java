package app.tandem.run;

import java.nio.file.Path;

/** The folder of one run: its job, what happened, its checkpoint and its result. */
public record RunFolder(Path path) {}
