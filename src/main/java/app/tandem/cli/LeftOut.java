package app.tandem.cli;

import app.tandem.data.DatasetCheck;
import java.util.List;

/** Tells which images are left out of a study, and why. */
final class LeftOut {

    private static final int MOST_SHOWN = 20;

    private LeftOut() {}

    static void tell(Console console, List<DatasetCheck.Problem> problems) {
        problems.stream().limit(MOST_SHOWN).forEach(problem -> console.say("left out: " + problem));
        if (problems.size() > MOST_SHOWN) {
            console.say("… and " + (problems.size() - MOST_SHOWN) + " more images are left out");
        }
    }
}
