package app.tandem.workbench.losses;

import app.tandem.training.JointAffinities;

/** What a matrix of task × task shows. */
public enum Relation {
    /** What the task of the row gains from being trained with the one of the column. */
    PAIRS("pairwise"),
    /** What a step on the task of the row does to the loss of the one of the column: these three, in one joint run. */
    TAG(JointAffinities.LOOKAHEAD),
    CS(JointAffinities.COSINE),
    ETAP(JointAffinities.FIRST_ORDER);

    private final String id;

    Relation(String id) {
        this.id = id;
    }

    /** In names of files; of an affinity, its id everywhere. */
    public String id() {
        return id;
    }

    public boolean isAffinity() {
        return this != PAIRS;
    }

    /** Whether its values are shares, to be read in %. */
    public boolean isShare() {
        return this != CS;
    }
}
