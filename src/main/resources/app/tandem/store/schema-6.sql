CREATE TABLE result_losses (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    measure TEXT NOT NULL,
    losses TEXT NOT NULL,
    PRIMARY KEY (run, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE epoch_losses (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    split TEXT NOT NULL,
    losses TEXT NOT NULL,
    PRIMARY KEY (run, epoch, split)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_stop (
    network TEXT NOT NULL,
    setting TEXT NOT NULL,
    seed INTEGER NOT NULL,
    stop TEXT NOT NULL,
    PRIMARY KEY (network, setting, seed)
) STRICT, WITHOUT ROWID;
