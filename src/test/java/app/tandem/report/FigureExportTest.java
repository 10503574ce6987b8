package app.tandem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.report.FigureExport.Format;
import app.tandem.study.Task;
import app.tandem.study.UserException;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FigureExportTest {

    private static final GroupingDiagram CLASSIC = Samples.classic(Samples.TASKS, Words.ENGLISH);
    private static final List<Task> MIXED = List.of(
            Samples.task("a", "<b> & \"c\" 깊이"),
            Samples.task("b", "의미론적 분할"),
            Samples.task("c", "depth 깊이 z"),
            Samples.task("d", "D"),
            Samples.task("e", "𝕏 ☃ 漢"));

    @TempDir
    Path folder;

    @Test
    void anSvgHoldsEveryTaskNameAsText() throws Exception {
        List<String> texts = svgTexts(CLASSIC);
        assertThat(texts).containsAll(Samples.TASKS.stream().map(Task::name).toList());
        assertThat(texts).contains("A", "B", "C", "0.5 SNT", "Surface normals (aux.)");
    }

    @Test
    void anSvgHoldsAnyNameWhole() throws Exception {
        assertThat(svgTexts(Samples.classic(MIXED, Words.in(Locale.KOREAN))))
                .containsAll(MIXED.stream().map(Task::name).toList());
    }

    @Test
    void anSvgCarriesTheShapesOfItsLetters() throws Exception {
        byte[] svg = FigureExport.bytes(
                Samples.classic(Samples.KOREAN, Words.in(Locale.KOREAN)), Format.SVG, FigureSize.doubleColumn(CLASSIC));
        Matcher fonts = Pattern.compile(
                        "font-family:'([^']+)';font-weight:(\\d+);src:url\\(data:font/ttf;base64,([^)]+)\\)")
                .matcher(new String(svg, StandardCharsets.UTF_8));
        Map<String, Font> found = new TreeMap<>();
        while (fonts.find()) {
            byte[] file = Base64.getDecoder().decode(fonts.group(3));
            found.put(
                    fonts.group(1) + " " + fonts.group(2),
                    Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file)));
        }
        assertThat(found).containsOnlyKeys("Inter 400", "Inter 600", "Tandem Hangul 400", "Tandem Hangul 700");
        assertThat(found.get("Tandem Hangul 700")).satisfies(font -> {
            assertThat(font.canDisplayUpTo("깊이")).isEqualTo(-1);
            assertThat(font.canDisplay('힣')).isFalse();
        });
        assertThat(svg.length).isLessThan(80_000);
    }

    @Test
    void aPdfIsSearchableAndCarriesItsFonts() throws IOException {
        byte[] pdf = FigureExport.bytes(
                Samples.classic(Samples.KOREAN, Words.in(Locale.KOREAN)), Format.PDF, FigureSize.singleColumn(CLASSIC));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("의미론적 분할", "깊이 (z-buffer)", "표면 법선 (보조)");
            List<PDFont> fonts = fonts(document);
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts.stream().map(PDFont::getName).toList())
                    .anyMatch(name -> name.endsWith("+Inter-SemiBold"))
                    .anyMatch(name -> name.endsWith("+TandemHangul-Bold"));
        }
        assertThat(pdf).hasSizeLessThan(60_000);
    }

    @Test
    void aPngHasThePixelsOfItsSize() throws IOException {
        byte[] png = FigureExport.bytes(CLASSIC, Format.PNG, FigureSize.slide());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        for (int task = 0; task < 5; task++) {
            assertThat(pixelsOf(image, TaskColours.of(task).getRGB())).isGreaterThan(2000);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameFigureGivesTheSameBytes(Format format) {
        FigureSize size = FigureSize.singleColumn(CLASSIC);
        assertThat(FigureExport.bytes(CLASSIC, format, size)).isEqualTo(FigureExport.bytes(CLASSIC, format, size));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFileIsWrittenOverAnOlderOneAndNothingElseIsLeft(Format format) throws IOException {
        Path file = folder.resolve("new folder").resolve("그림." + format.ending());
        FigureExport.write(CLASSIC, file, FigureSize.singleColumn(CLASSIC));
        FigureExport.write(CLASSIC, file, FigureSize.doubleColumn(CLASSIC));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(file).hasBinaryContent(FigureExport.bytes(CLASSIC, format, FigureSize.doubleColumn(CLASSIC)));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldToTheUser() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() ->
                        FigureExport.svg(CLASSIC, blocked.resolve("figure.svg"), FigureSize.doubleColumn(CLASSIC)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("figure.svg")
                .hasMessageContaining("could not be written");
        assertThat(blocked).hasContent("");
    }

    @Test
    void anUnknownEndingIsRefused() {
        assertThatThrownBy(() -> FigureExport.write(CLASSIC, folder.resolve("figure.bmp"), FigureSize.slide()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Use .svg, .pdf or .png");
    }

    private static List<String> svgTexts(Figure figure) throws Exception {
        byte[] svg = FigureExport.bytes(figure, Format.SVG, FigureSize.doubleColumn(figure));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        PDResources page = document.getPage(0).getResources();
        for (COSName name : page.getXObjectNames()) {
            PDResources form = ((PDFormXObject) page.getXObject(name)).getResources();
            for (COSName font : form.getFontNames()) {
                fonts.add(form.getFont(font));
            }
        }
        return fonts;
    }

    private static long pixelsOf(BufferedImage image, int rgb) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).filter(pixel -> pixel == rgb).count();
    }
}
