@NullMarked
package app.tandem.data;

import org.jspecify.annotations.NullMarked;
