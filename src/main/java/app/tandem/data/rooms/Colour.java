package app.tandem.data.rooms;

import java.util.SplittableRandom;

/** A colour as red, green and blue in 0…1, as displayed. */
record Colour(double red, double green, double blue) {

    static Colour of(int rgb) {
        return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    /** This colour with each channel multiplied by {@code factor}, at most 1. */
    Colour times(double factor) {
        return new Colour(Math.min(1, red * factor), Math.min(1, green * factor), Math.min(1, blue * factor));
    }

    /** The colour a share {@code t} of the way to {@code other}. */
    Colour towards(Colour other, double t) {
        return new Colour(
                red + t * (other.red - red), green + t * (other.green - green), blue + t * (other.blue - blue));
    }

    /** This colour, a little lighter or darker and a little off in hue. */
    Colour varied(SplittableRandom random, double amount) {
        double light = 1 + amount * (random.nextDouble() - 0.5);
        return new Colour(
                Math.min(1, red * light * (1 + amount * (random.nextDouble() - 0.5))),
                Math.min(1, green * light * (1 + amount * (random.nextDouble() - 0.5))),
                Math.min(1, blue * light * (1 + amount * (random.nextDouble() - 0.5))));
    }
}
