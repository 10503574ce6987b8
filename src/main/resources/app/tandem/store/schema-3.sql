CREATE TABLE affinity (
    network TEXT NOT NULL,
    setting TEXT NOT NULL,
    seed INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    recipient TEXT NOT NULL,
    value REAL,
    steps INTEGER NOT NULL,
    PRIMARY KEY (network, setting, seed, kind, source, recipient)
) STRICT, WITHOUT ROWID;
