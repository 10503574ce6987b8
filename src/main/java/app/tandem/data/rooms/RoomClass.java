package app.tandem.data.rooms;

/**
 * What a pixel of a room shows; each has its label.
 *
 * <p>The numbering follows Taskonomy's convention: 0 is uncertain and is ignored in training, 1 is background, the rest
 * are things.
 */
public enum RoomClass {
    UNCERTAIN(0),
    BACKGROUND(1),
    FLOOR(2),
    CEILING(3),
    DOOR(4),
    WINDOW(5),
    PICTURE(6),
    RUG(7),
    SOFA(8),
    TABLE(9),
    CHAIR(10),
    BED(11),
    LAMP(12),
    CABINET(13),
    BALL(14),
    PLANT(15);

    private static final int COUNT = values().length;

    private final int label;

    RoomClass(int label) {
        this.label = label;
    }

    /** The number of labels, {@link #UNCERTAIN} included. */
    public static int count() {
        return COUNT;
    }

    /** The pixel value in the label image. */
    public int label() {
        return label;
    }
}
