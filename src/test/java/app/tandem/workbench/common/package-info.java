/** What of the common parts is not for other packages. */
@NullMarked
package app.tandem.workbench.common;

import org.jspecify.annotations.NullMarked;
