CREATE TABLE study (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    layout TEXT NOT NULL,
    location TEXT NOT NULL,
    seeds INTEGER NOT NULL,
    budget TEXT NOT NULL,
    checksum TEXT NOT NULL
) STRICT;

CREATE TABLE task (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    loss TEXT NOT NULL,
    weight REAL NOT NULL,
    flips INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    depth TEXT NOT NULL,
    share TEXT NOT NULL,
    input_size INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    learning_rate REAL NOT NULL,
    decay TEXT NOT NULL,
    warmup REAL NOT NULL,
    momentum REAL NOT NULL,
    weight_decay REAL NOT NULL,
    clip_norm REAL NOT NULL
) STRICT;

CREATE TABLE network (
    position INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE grouping (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE grouping_member (
    grouping INTEGER NOT NULL REFERENCES grouping (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    network TEXT NOT NULL,
    train_only TEXT NOT NULL,
    PRIMARY KEY (grouping, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    setting TEXT NOT NULL,
    seed INTEGER NOT NULL,
    outcome TEXT,
    reported_epoch INTEGER,
    step INTEGER,
    failure TEXT,
    reason TEXT NOT NULL DEFAULT '',
    changed TEXT NOT NULL,
    checksum TEXT NOT NULL DEFAULT '',
    UNIQUE (network, setting, seed)
) STRICT;

CREATE TABLE epoch_loss (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    split TEXT NOT NULL,
    position INTEGER NOT NULL,
    task TEXT NOT NULL,
    loss REAL NOT NULL,
    PRIMARY KEY (run, epoch, split, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE result_loss (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    measure TEXT NOT NULL,
    position INTEGER NOT NULL,
    task TEXT NOT NULL,
    loss REAL NOT NULL,
    PRIMARY KEY (run, measure, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE provenance (
    run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    data_hash TEXT NOT NULL,
    design_hash TEXT NOT NULL,
    device TEXT NOT NULL,
    threads INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    multiply_adds INTEGER NOT NULL,
    images_per_second REAL NOT NULL
) STRICT;

CREATE TABLE provenance_version (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    component TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (run, component)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY,
    setting TEXT NOT NULL,
    method TEXT NOT NULL,
    split TEXT NOT NULL,
    budget TEXT NOT NULL,
    table_hash TEXT NOT NULL,
    made TEXT NOT NULL,
    UNIQUE (setting, method, split, budget)
) STRICT;

CREATE TABLE suggestion_choice (
    suggestion INTEGER NOT NULL REFERENCES suggestion (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    cost TEXT NOT NULL,
    validation_loss REAL NOT NULL,
    test_loss REAL,
    PRIMARY KEY (suggestion, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion_network (
    suggestion INTEGER NOT NULL,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    network TEXT NOT NULL,
    PRIMARY KEY (suggestion, place, position),
    FOREIGN KEY (suggestion, place) REFERENCES suggestion_choice (suggestion, place) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion_served (
    suggestion INTEGER NOT NULL,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    nr INTEGER NOT NULL,
    task TEXT NOT NULL,
    validation_loss REAL NOT NULL,
    test_loss REAL,
    PRIMARY KEY (suggestion, place, position, nr),
    FOREIGN KEY (suggestion, place, position)
        REFERENCES suggestion_network (suggestion, place, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
