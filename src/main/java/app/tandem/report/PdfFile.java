package app.tandem.report;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Writes a figure as a PDF of one page, with the letters it uses embedded, so that its text can be searched. */
final class PdfFile {

    private PdfFile() {}

    static void write(Figure figure, OutputStream out, FigureSize size, FigureTheme theme) {
        float width = (float) size.width();
        float height = (float) size.height();
        try (PDDocument document = new PDDocument();
                EmbeddedFonts fonts = new EmbeddedFonts(document)) {
            // Without a fixed identity PDFBox makes one from the clock.
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(Characters.oneLine(figure.title()));
            document.getDocumentInformation().setCreator("Tandem");
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(fonts);
            FigureExport.paintGround(g, size, theme);
            figure.paint(g, size.width(), size.height(), theme);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Embeds each bundled font once, when it is first used; text in any other font becomes outlines. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {

        private final PDDocument document;
        private final Map<Fonts.Face, PDFont> embedded = new EnumMap<>(Fonts.Face.class);

        EmbeddedFonts(PDDocument document) {
            this.document = document;
        }

        @Override
        protected boolean hasDynamicFontMapping() {
            return true;
        }

        @Override
        protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            Optional<Fonts.Face> face = Fonts.Face.named(font.getPSName());
            if (face.isEmpty()) {
                return null;
            }
            PDFont known = embedded.get(face.get());
            if (known != null) {
                return known;
            }
            try (InputStream file = face.get().open()) {
                PDFont loaded = PDType0Font.load(document, file, true);
                embedded.put(face.get(), loaded);
                return loaded;
            }
        }
    }
}
