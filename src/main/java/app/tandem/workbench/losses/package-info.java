/** The Losses page: network by task. */
@NullMarked
package app.tandem.workbench.losses;

import org.jspecify.annotations.NullMarked;
