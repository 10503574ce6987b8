/** An open study at work: what the window and the command line both drive. */
@NullMarked
package app.tandem.owner;

import org.jspecify.annotations.NullMarked;
