/** Labels that any photograph has: computed from its pixels alone. */
@NullMarked
package app.tandem.data.vision;

import org.jspecify.annotations.NullMarked;
