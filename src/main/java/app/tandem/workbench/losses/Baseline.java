package app.tandem.workbench.losses;

import app.tandem.study.EncoderSize;

/** The single-task network that a gain is over. */
public enum Baseline {
    /** The half-size one, which every network can be compared with. */
    HALF,
    /** The one of the network's own size: what sharing alone does. */
    SAME;

    EncoderSize size(EncoderSize own) {
        return this == HALF ? EncoderSize.HALF : own;
    }
}
