package app.tandem.study;

/**
 * What is held constant in one comparison.
 *
 * @param name unique in its study
 * @param depth of the encoder
 * @param share the share of the training images that is used, above 0 and at most 1
 * @param inputSize the side of the square input, in pixels
 */
public record Setting(String name, EncoderDepth depth, Fraction share, int inputSize, Schedule schedule) {

    public Setting {
        if (name.isBlank()) {
            throw new UserException("A setting has no name", "", "Give it one");
        }
        if (!share.isPositive() || share.compareTo(Fraction.ONE) > 0) {
            throw new UserException(
                    "The share of the training images is " + share, name, "Give a share above 0 and at most 1");
        }
        if (inputSize < 16 || inputSize % 16 != 0 || inputSize > 1024) {
            throw new UserException(
                    "The input size " + inputSize + " does not fit the encoder",
                    name,
                    "Give a multiple of 16 from 16 to 1024 pixels");
        }
    }

    public Setting withName(String newName) {
        return new Setting(newName, depth, share, inputSize, schedule);
    }

    public Setting withSchedule(Schedule newSchedule) {
        return new Setting(name, depth, share, inputSize, newSchedule);
    }

    /** How many of {@code available} training images are used: the share, rounded up. */
    public int trainingImages(int available) {
        Fraction exact = share.times(Fraction.of(available));
        return (int) -Math.floorDiv(-exact.numerator(), exact.denominator());
    }
}
