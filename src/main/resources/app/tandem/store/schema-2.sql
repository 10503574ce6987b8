CREATE TABLE dataset_part (
    layout TEXT NOT NULL,
    location TEXT NOT NULL,
    input_size INTEGER NOT NULL,
    position INTEGER NOT NULL,
    task TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (layout, location, input_size, position)
) STRICT, WITHOUT ROWID;
