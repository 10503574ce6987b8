/** From a plan to its results: one worker process per run, its folder, and the queue that drives them. */
@NullMarked
package app.tandem.run;

import org.jspecify.annotations.NullMarked;
