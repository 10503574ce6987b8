/** The Train page: the queue of runs and the run that is looked at. */
@NullMarked
package app.tandem.workbench.queue;

import org.jspecify.annotations.NullMarked;
