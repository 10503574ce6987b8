package app.tandem.cli;

import app.tandem.owner.RunPlan;

/** Says how many results are of other data than the dataset holds now. */
final class StaleResults {

    private StaleResults() {}

    static void tell(Console console, RunPlan plan) {
        int results = plan.otherData().size();
        if (results > 0) {
            console.say("tandem: " + (results == 1 ? "1 result is" : results + " results are")
                    + " of other data than the dataset holds now. They stay in the study until their networks are"
                    + " trained again, but count in no loss table.");
        }
    }
}
