/** The window and its view models, tried on a study in memory. */
@NullMarked
package app.tandem.workbench;

import org.jspecify.annotations.NullMarked;
