/** The Grouping page: the best grouping at every budget. */
@NullMarked
package app.tandem.workbench.grouping;

import org.jspecify.annotations.NullMarked;
