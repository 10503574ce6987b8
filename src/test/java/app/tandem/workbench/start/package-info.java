/** What of the start page is not for other packages. */
@NullMarked
package app.tandem.workbench.start;

import org.jspecify.annotations.NullMarked;
