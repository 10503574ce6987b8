/** What of the board is not for other packages. */
@NullMarked
package app.tandem.workbench.queue;

import org.jspecify.annotations.NullMarked;
