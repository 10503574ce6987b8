/** The Board: groupings built by hand from the study's tasks. */
@NullMarked
package app.tandem.workbench.board;

import org.jspecify.annotations.NullMarked;
