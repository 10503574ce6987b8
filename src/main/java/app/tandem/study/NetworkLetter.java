package app.tandem.study;

import java.util.Locale;

/** How the networks of a grouping are called, on the board, in figures and on the command line: A, B … Z, AA, AB …. */
public final class NetworkLetter {

    private static final int LETTERS = 26;
    private static final int LONGEST = 4;

    private NetworkLetter() {}

    /** The letter of the network at this position, counted from 0. */
    public static String of(int position) {
        String last = Character.toString('A' + position % LETTERS);
        return position < LETTERS ? last : of(position / LETTERS - 1) + last;
    }

    /**
     * The position of the network with this letter, in either case.
     *
     * @param networks how many networks there are
     * @throws UserException if there is none
     */
    public static int parse(String letter, int networks) {
        String upper = letter.strip().toUpperCase(Locale.ROOT);
        int position = -1;
        if (upper.matches("[A-Z]{1," + LONGEST + "}")) {
            for (int i = 0; i < upper.length(); i++) {
                position = (position + 1) * LETTERS + upper.charAt(i) - 'A';
            }
        }
        if (position < 0 || position >= networks) {
            throw new UserException(
                    "The grouping has no network ‘" + letter + "’",
                    "",
                    networks == 0 ? "Put a task into a new network first" : "Use " + choice(networks));
        }
        return position;
    }

    private static String choice(int networks) {
        return networks == 1 ? of(0) : of(0) + " to " + of(networks - 1);
    }
}
