package app.tandem.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled fonts: Inter for Latin, Greek and Cyrillic letters, Tandem Hangul for Korean. Digits are tabular in both.
 * What neither can show is left to the machine's own fonts.
 */
public final class Fonts {

    /** How heavy the letters are. */
    public enum Weight {
        REGULAR,
        SEMIBOLD,
        BOLD
    }

    /** One font file; its name is that of the file and of the font inside (its PostScript name). */
    enum Face {
        INTER_REGULAR("Inter-Regular", "Inter", 400),
        INTER_SEMIBOLD("Inter-SemiBold", "Inter", 600),
        INTER_BOLD("Inter-Bold", "Inter", 700),
        HANGUL_REGULAR("TandemHangul-Regular", "Tandem Hangul", 400),
        HANGUL_BOLD("TandemHangul-Bold", "Tandem Hangul", 700);

        final String postScriptName;
        final String family;
        final int cssWeight;

        Face(String postScriptName, String family, int cssWeight) {
            this.postScriptName = postScriptName;
            this.family = family;
            this.cssWeight = cssWeight;
        }

        /** The font's file. */
        InputStream open() {
            String resource = "/app/tandem/fonts/" + postScriptName + ".ttf";
            InputStream stream = Fonts.class.getResourceAsStream(resource);
            if (stream == null) {
                throw new IllegalStateException("the build lacks the font " + resource);
            }
            return stream;
        }

        static Face latin(Weight weight) {
            return switch (weight) {
                case REGULAR -> INTER_REGULAR;
                case SEMIBOLD -> INTER_SEMIBOLD;
                case BOLD -> INTER_BOLD;
            };
        }

        static Face hangul(Weight weight) {
            return weight == Weight.REGULAR ? HANGUL_REGULAR : HANGUL_BOLD;
        }

        static Optional<Face> named(String postScriptName) {
            for (Face face : values()) {
                if (face.postScriptName.equals(postScriptName)) {
                    return Optional.of(face);
                }
            }
            return Optional.empty();
        }
    }

    /** Loaded when first used, once for the whole program, and never changed. */
    private static final class Loaded {
        private static final Map<Face, Font> FONTS = load();

        private static Map<Face, Font> load() {
            Map<Face, Font> fonts = new EnumMap<>(Face.class);
            for (Face face : Face.values()) {
                try (InputStream stream = face.open()) {
                    fonts.put(face, Font.createFont(Font.TRUETYPE_FONT, stream));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (FontFormatException e) {
                    throw new IllegalStateException("the bundled font " + face.postScriptName + " is damaged", e);
                }
            }
            return fonts;
        }
    }

    private Fonts() {}

    /** Inter, in points (or pixels, as the drawing is scaled). */
    public static Font latin(Weight weight, double size) {
        return font(Face.latin(weight), size);
    }

    /** Tandem Hangul, in points (or pixels, as the drawing is scaled). There is no semibold; bold stands for it. */
    public static Font hangul(Weight weight, double size) {
        return font(Face.hangul(weight), size);
    }

    private static Font font(Face face, double size) {
        Font font = Loaded.FONTS.get(face);
        if (font == null) {
            throw new IllegalStateException("no font for " + face);
        }
        return font.deriveFont((float) size);
    }

    /** The font that shows this character: Latin where it can, else Korean, else the machine's own. */
    static Font fontFor(int codePoint, Weight weight, double size) {
        Font latin = latin(weight, size);
        if (latin.canDisplay(codePoint)) {
            return latin;
        }
        Font hangul = hangul(weight, size);
        if (hangul.canDisplay(codePoint)) {
            return hangul;
        }
        int style = weight == Weight.REGULAR ? Font.PLAIN : Font.BOLD;
        return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
    }
}
