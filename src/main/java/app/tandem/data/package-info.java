/** Images and tables in, samples out: readers, generators, the problem report and the cache that workers map. */
@NullMarked
package app.tandem.data;

import org.jspecify.annotations.NullMarked;
