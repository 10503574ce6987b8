/** What every page of the window shares: the open study, words, colours, and work off the JavaFX thread. */
@NullMarked
package app.tandem.workbench.common;

import org.jspecify.annotations.NullMarked;
