/** Tests of the tables and figures. */
@NullMarked
package app.tandem.report;

import org.jspecify.annotations.NullMarked;
