/** Tandem's entry point: the one place that wires constructors. */
@NullMarked
package app.tandem;

import org.jspecify.annotations.NullMarked;
