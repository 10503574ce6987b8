/** The rendered rooms: scenes made of simple shapes, a camera and a ray caster with exact ground truth. */
@NullMarked
package app.tandem.data.rooms;

import org.jspecify.annotations.NullMarked;
