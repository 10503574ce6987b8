package app.tandem.data.rooms;

import java.util.List;

/**
 * A furnished room with a light.
 *
 * @param shell walls, floor and ceiling
 * @param furnishings what stands in it
 * @param lightX where the lamp hangs
 * @param lightY how high
 * @param lightZ where the lamp hangs
 * @param light its colour and strength at a metre's distance
 * @param ambient the light that comes from everywhere
 */
record Room(
        Shell shell,
        List<Furnishing> furnishings,
        double lightX,
        double lightY,
        double lightZ,
        Colour light,
        double ambient) {}
