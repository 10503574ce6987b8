/** The place of the board, which comes with the next version. */
@NullMarked
package app.tandem.workbench.board;

import org.jspecify.annotations.NullMarked;
