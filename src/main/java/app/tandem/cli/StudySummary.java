package app.tandem.cli;

import app.tandem.study.Study;

/** A study in one line. */
final class StudySummary {

    private StudySummary() {}

    static String of(Study study) {
        return study.name() + ": " + count(study.tasks().size(), "task") + ", "
                + count(study.networks().size(), "network") + ", "
                + count(study.settings().size(), "setting") + ", "
                + count(study.seeds(), "seed") + ", "
                + count(study.groupings().size(), "grouping") + ", budget " + study.budget() + " SNT";
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
