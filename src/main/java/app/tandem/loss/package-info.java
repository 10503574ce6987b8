/** What was measured: the loss of every task in every network, and what follows from it. Nothing but the JDK. */
@NullMarked
package app.tandem.loss;

import org.jspecify.annotations.NullMarked;
