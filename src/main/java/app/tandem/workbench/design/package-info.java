/** The sheet on which a study's seeds, settings and tasks are changed. */
@NullMarked
package app.tandem.workbench.design;

import org.jspecify.annotations.NullMarked;
