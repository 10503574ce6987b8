/** Tests of the exact search, against an exhaustive one and against the published selections. */
@NullMarked
package app.tandem.grouping;

import org.jspecify.annotations.NullMarked;
