/** Tables and figures: first as values, then as files that a paper or a terminal can show. */
@NullMarked
package app.tandem.report;

import org.jspecify.annotations.NullMarked;
