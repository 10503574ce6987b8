/** What to put together: the exact search for the best grouping at every budget. Nothing but the JDK. */
@NullMarked
package app.tandem.grouping;

import org.jspecify.annotations.NullMarked;
