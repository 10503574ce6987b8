CREATE TABLE guidance (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    setting TEXT NOT NULL,
    budget TEXT NOT NULL,
    seed INTEGER
) STRICT;
CREATE TABLE guidance_network (
    position INTEGER PRIMARY KEY,
    network TEXT NOT NULL UNIQUE
) STRICT;
