/** The page without a study: samples, recent studies, opening a file. */
@NullMarked
package app.tandem.workbench.start;

import org.jspecify.annotations.NullMarked;
