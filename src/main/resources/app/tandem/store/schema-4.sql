CREATE TABLE run_order (
    position INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    setting TEXT NOT NULL,
    seed INTEGER NOT NULL,
    UNIQUE (network, setting, seed)
) STRICT;
