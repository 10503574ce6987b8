/** The window: its shell, and where its pages are put together. */
@NullMarked
package app.tandem.workbench;

import org.jspecify.annotations.NullMarked;
