/** The Report page: everything into a folder. */
@NullMarked
package app.tandem.workbench.report;

import org.jspecify.annotations.NullMarked;
