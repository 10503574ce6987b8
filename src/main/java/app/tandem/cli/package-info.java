/** The command line: one class per command, over the same services as the window. */
@NullMarked
package app.tandem.cli;

import org.jspecify.annotations.NullMarked;
