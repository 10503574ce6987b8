package app.tandem.training;

import app.tandem.study.TaskKind;

/**
 * One task's head: its widths and multiply-adds. Pure arithmetic.
 *
 * <p>Every head starts with a separable convolution to {@value #HIDDEN} channels. A <b>dense</b> head then predicts, by a
 * 1×1 convolution, a block of {@code detail × detail} values for each cell of the shared representation. With a detail of
 * 4 that is a value for every pixel; with less, a value stands for a square of pixels (upsampling to the nearest). Losses
 * are always taken at full resolution. A <b>pooled</b> head averages to a grid of 4 × 4 cells and applies one linear map,
 * so that it can tell left from right.
 *
 * @param detail values along each side of a cell; 0 for a pooled head
 * @param outputs numbers per value: classes or channels
 * @param multiplyAdds of one forward pass over one image
 */
record HeadPlan(int inputWidth, int detail, int outputs, long multiplyAdds) {

    /** Channels between the head's two convolutions. */
    static final int HIDDEN = 40;

    /** Cells along each side of the grid to which a pooled head averages. */
    static final int POOLED = 4;

    /**
     * The multiply-adds that a dense head keeps to, for each cell of the shared representation, as long as fewer values
     * help: 3 million at 64 × 64 pixels. With one value a cell, a head takes more only for more classes or channels than
     * 185 after the full-size light encoder and 96 after the full-size standard one; a narrower encoder leaves room for
     * more.
     */
    private static final long MOST_PER_CELL = 3_000_000 / 256;

    static HeadPlan of(TaskKind kind, EncoderPlan encoder) {
        int outputs = outputs(kind);
        long cells = (long) encoder.gridSize() * encoder.gridSize();
        long first = Widths.separable(encoder.exitWidth(), HIDDEN);
        if (!kind.isDense()) {
            return new HeadPlan(
                    encoder.exitWidth(), 0, outputs, cells * first + (long) POOLED * POOLED * HIDDEN * outputs);
        }
        int detail = kind.isCategorical() ? 2 : EncoderPlan.STRIDE;
        while (detail > 1 && first + last(detail, outputs) > MOST_PER_CELL) {
            detail /= 2;
        }
        return new HeadPlan(encoder.exitWidth(), detail, outputs, cells * (first + last(detail, outputs)));
    }

    boolean isPooled() {
        return detail == 0;
    }

    /** Pixels along each side of the square that one predicted value stands for. */
    int pixelsPerValue() {
        return EncoderPlan.STRIDE / detail;
    }

    private static long last(int detail, int outputs) {
        return (long) HIDDEN * detail * detail * outputs;
    }

    private static int outputs(TaskKind kind) {
        if (kind instanceof TaskKind.Segmentation segmentation) {
            return segmentation.classes();
        } else if (kind instanceof TaskKind.RegressionMap map) {
            return map.channels();
        } else if (kind instanceof TaskKind.NormalMap) {
            return 3;
        } else if (kind instanceof TaskKind.Classification classification) {
            return classification.classes();
        }
        return ((TaskKind.Regression) kind).values();
    }
}
