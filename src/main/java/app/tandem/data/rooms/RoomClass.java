package app.tandem.data.rooms;

/**
 * What a pixel of a room shows; the ordinal is the label.
 *
 * <p>The numbering follows Taskonomy's convention: 0 is uncertain and is ignored in training, 1 is background, the rest
 * are things.
 */
public enum RoomClass {
    UNCERTAIN,
    BACKGROUND,
    FLOOR,
    CEILING,
    DOOR,
    WINDOW,
    PICTURE,
    RUG,
    SOFA,
    TABLE,
    CHAIR,
    BED,
    LAMP,
    CABINET,
    BALL,
    PLANT;

    private static final int COUNT = values().length;

    /** The number of labels, {@link #UNCERTAIN} included. */
    public static int count() {
        return COUNT;
    }

    /** The pixel value in the label image. */
    public int label() {
        return ordinal();
    }
}
