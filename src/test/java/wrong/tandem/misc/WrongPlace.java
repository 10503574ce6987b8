package wrong.tandem.misc;

/** Belongs to no layer. */
public final class WrongPlace {

    private WrongPlace() {}
}
