package wrong.tandem;

/** Starts the program; wrong is who knows it. */
public final class WrongStart {

    private WrongStart() {}

    public static String show() {
        return "";
    }
}
