/** Images and tables in, samples out. */
@NullMarked
package app.tandem.data;

import org.jspecify.annotations.NullMarked;
