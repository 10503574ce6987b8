package app.tandem.report;

import java.io.OutputStream;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure as SVG: measures in points, a title, and every line of words as one {@code <text>}. */
final class SvgFile {

    private static final String SVG = SVGGraphics2D.SVG_NAMESPACE_URI;

    private static final String FAMILIES = "Inter, 'Tandem Hangul', Arial, NanumGothic, 'Malgun Gothic', sans-serif";

    private SvgFile() {}

    static void write(Figure figure, OutputStream out, FigureSize size, FigureTheme theme) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Made by Tandem");
        Canvas canvas = new Canvas(context);
        FigureExport.paintGround(canvas, size, theme);
        figure.paint(canvas, size.width(), size.height(), theme);
        Element root = canvas.getRoot(document.getDocumentElement());
        root.setAttribute("width", number(size.width()) + "pt");
        root.setAttribute("height", number(size.height()) + "pt");
        root.setAttribute("viewBox", "0 0 " + number(size.width()) + " " + number(size.height()));
        root.setAttribute("role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(Characters.oneLine(figure.title()));
        Element style = document.createElementNS(SVG, "style");
        style.setTextContent(canvas.fontFaces());
        root.insertBefore(style, root.getFirstChild());
        root.insertBefore(title, root.getFirstChild());
        root.setAttribute("font-family", FAMILIES);
        write(document, root, out);
    }

    /** Without a document type, so that no reader goes looking for it. */
    private static void write(Document document, Element root, OutputStream out) {
        document.replaceChild(root, document.getDocumentElement());
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("an XML document could not be written", e);
        }
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes XML documents", e);
        }
    }

    /** A number with at most two decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /**
     * Batik's canvas, with lines of words of our own: one element whatever scripts are mixed, the families of both fonts,
     * and the width that was measured. It remembers the characters, whose shapes go along in the file; a program that reads
     * no embedded fonts falls back on others and keeps the places of the words.
     */
    private static final class Canvas extends SVGGraphics2D implements Lettering.WholeLines {

        private final Map<Fonts.Face, SortedSet<Integer>> characters = new EnumMap<>(Fonts.Face.class);

        Canvas(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawLine(Lettering lettering, Lettering.Anchor anchor, double x, double baseline) {
            if (lettering.words().isEmpty()) {
                return;
            }
            Element text = getDOMFactory().createElementNS(SVG, "text");
            text.setAttribute("x", number(x));
            text.setAttribute("y", number(baseline));
            text.setAttribute("font-family", FAMILIES);
            text.setAttribute("font-size", number(lettering.size()));
            text.setAttribute("font-weight", Integer.toString(Fonts.Face.latin(lettering.weight()).cssWeight));
            if (anchor != Lettering.Anchor.START) {
                text.setAttribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
            }
            text.setAttribute("textLength", number(lettering.width()));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            text.setAttribute("stroke", "none");
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
            lettering.runs().forEach(this::remember);
            text.setTextContent(lettering.words());
            getDOMGroupManager().addElement(text);
        }

        private void remember(Lettering.Run run) {
            Fonts.Face.named(run.font().getPSName())
                    .ifPresent(face -> run.words().codePoints().forEach(c -> characters
                            .computeIfAbsent(face, ignored -> new TreeSet<>())
                            .add(c)));
        }

        /** A rule for each font in use, with the font's file in it. */
        String fontFaces() {
            StringBuilder rules = new StringBuilder();
            characters.forEach((face, used) -> rules.append("@font-face{font-family:'")
                    .append(face.family)
                    .append("';font-weight:")
                    .append(face.cssWeight)
                    .append(";src:url(data:font/ttf;base64,")
                    .append(Base64.getEncoder().encodeToString(FontSubset.of(face, used)))
                    .append(")}"));
            return rules.toString();
        }
    }
}
