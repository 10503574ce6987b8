package app.tandem.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page that shows a whole report in a browser, offline: where the numbers come from, every table and every figure, with
 * links to their files. It needs nothing but the files beside it.
 */
final class IndexPage {

    static final String FILE = "index.html";

    private static final String STYLE =
            """
            :root{--text:#1f2328;--ground:#fff;--line:#c4ccd4;--quiet:#57606a;--link:#0969da}
            @media(prefers-color-scheme:dark){:root{--text:#e6edf3;--ground:#0d1117;--line:#484f58;--quiet:#9198a1;
            --link:#4493f8;color-scheme:dark}}
            body{font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans KR",sans-serif;color:var(--text);background:var(--ground);
            max-width:1080px;margin:0 auto;padding:24px}
            h1{font-size:28px;margin:0 0 4px}h2{font-size:21px;margin:44px 0 4px;padding-top:12px;border-top:1px solid var(--line)}
            h3{font-size:16px;margin:30px 0 6px}nav a{margin-right:14px;display:inline-block}a{color:var(--link)}
            h1,h2,h3{overflow-wrap:anywhere}.pieces{font-size:13px;line-height:1.9}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;
            border-top:2px solid var(--text);border-bottom:2px solid var(--text);margin:6px 0}
            th{text-align:left;border-bottom:1px solid var(--text)}th,td{padding:3px 12px 3px 0;vertical-align:top}
            .number{text-align:right}td.number{white-space:nowrap}
            .apart td{border-top:1px solid var(--line)}.note,.files{color:var(--quiet);font-size:13px;margin:4px 0}
            .files a{margin-right:10px}img{max-width:100%;height:auto;background:#fff;
            padding:10px;border:1px solid var(--line);border-radius:6px;box-sizing:border-box}
            """;

    /**
     * A piece with its files.
     *
     * @param files within the report's folder, in the order of their formats
     */
    record Entry(StudyReport report, ReportPiece piece, List<File> files) {
        Entry {
            files = List.copyOf(files);
        }

        Entry with(File file) {
            List<File> more = new ArrayList<>(files);
            more.add(file);
            return new Entry(report, piece, more);
        }
    }

    /** One file of a piece. */
    record File(String name, ReportFormat format) {}

    private final Words words;
    private final StringBuilder html = new StringBuilder();

    private IndexPage(Words words) {
        this.words = words;
    }

    /**
     * The page.
     *
     * @param first any of the reports; it gives the language and what is known of the study
     * @param entries in the order in which they are shown
     */
    static String of(StudyReport first, List<Entry> entries) {
        return new IndexPage(first.losses().words()).page(first, entries);
    }

    private String page(StudyReport first, List<Entry> entries) {
        Optional<StudyOrigin> origin = first.study().origin();
        String title = origin.map(known -> known.study().name()).orElseGet(() -> words.get("page.report"));
        html.append("<!DOCTYPE html>\n<html lang=\"").append(words.language()).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        html.append(HtmlTable.escape(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        html.append("<h1>").append(HtmlTable.escape(title)).append("</h1>\n");
        List<Entry> wide =
                entries.stream().filter(entry -> entry.piece().isOfStudy()).toList();
        List<String> settings = entries.stream()
                .filter(entry -> !entry.piece().isOfStudy())
                .map(entry -> entry.report().setting())
                .distinct()
                .toList();
        navigation(origin.isPresent(), !wide.isEmpty(), settings);
        origin.ifPresent(known -> provenance(new OriginTables(known, first.study(), words)));
        if (!wide.isEmpty()) {
            heading("all", words.get("page.all"));
            pieces("all", wide);
            wide.forEach(each -> entry("all", each));
        }
        for (int i = 0; i < settings.size(); i++) {
            String setting = settings.get(i);
            String id = "setting-" + i;
            heading(id, words.get("page.setting", setting));
            List<Entry> of = entries.stream()
                    .filter(entry -> !entry.piece().isOfStudy()
                            && entry.report().setting().equals(setting))
                    .sorted((a, b) ->
                            Boolean.compare(b.piece().isFigure(), a.piece().isFigure()))
                    .toList();
            pieces(id, of);
            of.forEach(each -> entry(id, each));
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private void navigation(boolean origin, boolean wide, List<String> settings) {
        List<String> links = new ArrayList<>();
        if (origin) {
            links.add(link("#origin", words.get("page.origin")));
        }
        if (wide) {
            links.add(link("#all", words.get("page.all")));
        }
        for (int i = 0; i < settings.size(); i++) {
            links.add(link("#setting-" + i, settings.get(i)));
        }
        html.append("<nav>").append(String.join(" ", links)).append("</nav>\n");
    }

    private void heading(String id, String title) {
        html.append("<h2 id=\"")
                .append(id)
                .append("\">")
                .append(HtmlTable.escape(title))
                .append("</h2>\n");
    }

    /** Links to every table and figure of a section, by the names that the command line and the files have. */
    private void pieces(String section, List<Entry> entries) {
        html.append("<nav class=\"pieces\">")
                .append(entries.stream()
                        .map(entry ->
                                link("#" + anchor(section, entry), entry.piece().id()))
                        .collect(Collectors.joining(" ")))
                .append("</nav>\n");
    }

    private static String anchor(String section, Entry entry) {
        return section + "-" + entry.piece().id();
    }

    private void title(String id, String title) {
        html.append("<h3 id=\"").append(id).append("\">");
        html.append(HtmlTable.escape(title)).append("</h3>\n");
    }

    private void provenance(OriginTables tables) {
        heading("origin", words.get("page.origin"));
        html.append(HtmlTable.format(tables.overview()));
        html.append("<h3>").append(words.get("page.tasks")).append("</h3>\n").append(HtmlTable.format(tables.tasks()));
        html.append("<h3>").append(words.get("page.settings")).append("</h3>\n");
        html.append(HtmlTable.format(tables.settings()));
    }

    private void entry(String section, Entry entry) {
        String id = anchor(section, entry);
        ReportPiece piece = entry.piece();
        if (piece.isFigure()) {
            String title = entry.report().figure(piece).title();
            title(id, title);
            picture(entry, title);
        } else if (piece == ReportPiece.EVERY_LOSS) {
            title(id, words.get("page.everyLoss"));
        } else {
            Table table = entry.report().table(piece);
            title(id, table.title());
            html.append(HtmlTable.format(table));
        }
        html.append("<p class=\"files\">");
        entry.files().forEach(file -> html.append(
                        link(url(file.name()), file.format().label()))
                .append(' '));
        html.append("</p>\n");
    }

    /** As SVG, which is sharp at every size, or as PNG. */
    private void picture(Entry entry, String title) {
        for (ReportFormat format : List.of(ReportFormat.SVG, ReportFormat.PNG)) {
            for (File file : entry.files()) {
                if (file.format() == format) {
                    html.append("<img src=\"").append(url(file.name())).append("\" alt=\"");
                    html.append(HtmlTable.escape(title)).append("\">\n");
                    return;
                }
            }
        }
    }

    private static String link(String target, String label) {
        return "<a href=\"" + target + "\">" + HtmlTable.escape(label) + "</a>";
    }

    /** A relative address; every byte that is not plain in addresses is escaped. */
    static String url(String name) {
        StringBuilder url = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            url.append(plain ? Character.toString(c) : String.format("%%%02X", b & 0xFF));
        }
        return url.toString();
    }
}
