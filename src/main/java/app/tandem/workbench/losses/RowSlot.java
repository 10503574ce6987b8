package app.tandem.workbench.losses;

/**
 * A line of the table, whatever stands in it. Tables hold these instead of the rows: one that hears of other items lays
 * out and styles every cell anew, which takes ten times as long as drawing other numbers into the cells in sight.
 */
record RowSlot(int index) {}
