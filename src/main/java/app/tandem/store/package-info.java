/** The study as one SQLite file: the design, what was measured, and what was suggested from it. */
@NullMarked
package app.tandem.store;

import org.jspecify.annotations.NullMarked;
