package app.tandem.workbench.start;

/** Why a study cannot be made yet. */
public enum Obstacle {
    /** Nothing stands in the way. */
    NONE,
    /** The dataset is being read. */
    READING,
    /** There is no dataset that can be used. */
    REFUSED,
    /** The choices make no study. */
    DESIGN,
    /** It cannot be saved there. */
    FILE,
    /** Not every image was looked at. */
    CHECKING,
    /** Something in the dataset must be put right first. */
    UNUSABLE,
    /** Some images cannot be used, and nobody said that they may be left out. */
    LEAVE_OUT
}
