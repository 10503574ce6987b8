package app.tandem.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words in a figure, in any mixture of scripts. Widths are taken without hinting, so that a figure is laid out alike in
 * every format.
 *
 * @param words one line; line breaks and control characters become spaces
 * @param size in points
 */
record Lettering(String words, Fonts.Weight weight, double size) {

    /** Words in one font, as part of a line. */
    record Run(String words, Font font, double width) {}

    /** A canvas that takes the words of a line whole, whatever fonts they need. */
    interface WholeLines {

        /** Draws in the current colour, the anchor of the line at {@code x}. */
        void drawLine(Lettering lettering, Anchor anchor, double x, double baseline);
    }

    /** Which point of a line is given. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        /** How much of the line lies before the point. */
        final double before;

        Anchor(double before) {
            this.before = before;
        }
    }

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** The height of a line, relative to the size of the letters. */
    static final double LINE = 1.25;
    /** How far the baseline is below the middle of a line, relative to the size; half the height of a capital of Inter. */
    private static final double MIDDLE = 0.364;

    Lettering {
        words = Characters.oneLine(words);
    }

    static Lettering regular(String words, double size) {
        return new Lettering(words, Fonts.Weight.REGULAR, size);
    }

    static Lettering semibold(String words, double size) {
        return new Lettering(words, Fonts.Weight.SEMIBOLD, size);
    }

    /** The line cut where the font changes. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Font font = Fonts.latin(weight, size);
        for (int c : words.codePoints().toArray()) {
            boolean space = c == ' ' && font.canDisplay(c);
            Font needed = space ? font : Fonts.fontFor(c, weight, size);
            if (!needed.equals(font)) {
                addRun(runs, run, font);
                font = needed;
            }
            run.appendCodePoint(c);
        }
        addRun(runs, run, font);
        return runs;
    }

    private static void addRun(List<Run> runs, StringBuilder words, Font font) {
        if (words.length() > 0) {
            String text = words.toString();
            runs.add(new Run(text, font, font.getStringBounds(text, EXACT).getWidth()));
            words.setLength(0);
        }
    }

    /** In points. */
    double width() {
        return runs().stream().mapToDouble(Run::width).sum();
    }

    private void draw(Graphics2D g, Anchor anchor, double x, double middle) {
        double baseline = middle + MIDDLE * size;
        if (g instanceof WholeLines canvas) {
            canvas.drawLine(this, anchor, x, baseline);
            return;
        }
        double left = x - anchor.before * width();
        for (Run run : runs()) {
            g.setFont(run.font());
            g.drawString(run.words(), (float) left, (float) baseline);
            left += run.width();
        }
    }

    /** Draws in the current colour with the middle of its capitals at {@code y}, starting at {@code x}. */
    void drawFrom(Graphics2D g, double x, double y) {
        draw(g, Anchor.START, x, y);
    }

    /** Draws in the current colour with its middle at the point. */
    void drawCentred(Graphics2D g, double x, double y) {
        draw(g, Anchor.MIDDLE, x, y);
    }

    /** Draws in the current colour with the middle of its capitals at {@code y}, ending at {@code x}. */
    void drawUpTo(Graphics2D g, double x, double y) {
        draw(g, Anchor.END, x, y);
    }

    /** Lines no wider than {@code room}, broken between words where possible, else between characters; never empty. */
    List<Lettering> wrap(double room) {
        List<Lettering> lines = new ArrayList<>();
        String line = "";
        for (String part : words.split("(?<= )", -1)) {
            if (!line.isEmpty() && !fits(line + part, room)) {
                lines.add(with(line));
                line = "";
            }
            line += part;
            while (!fits(line, room)) {
                String head = longestHead(line, room);
                if (head.length() == line.length()) {
                    break;
                }
                lines.add(with(head));
                line = line.substring(head.length());
            }
        }
        if (!line.isBlank() || lines.isEmpty()) {
            lines.add(with(line));
        }
        return lines;
    }

    private Lettering with(String other) {
        return new Lettering(other, weight, size);
    }

    private boolean fits(String line, double room) {
        return with(line.stripTrailing()).width() <= room;
    }

    private String longestHead(String line, double room) {
        String head = "";
        for (String character : characters(line)) {
            if (!head.isEmpty() && !fits(head + character, room)) {
                return head;
            }
            head += character;
        }
        return head;
    }

    private static List<String> characters(String text) {
        List<String> parts = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            parts.add(text.substring(start, end));
            start = end;
        }
        return parts;
    }
}
