package app.tandem.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as comma-separated values (RFC 4180), complete and in full precision.
 *
 * <p>A column of means becomes three: {@code key}, {@code key_sd} and {@code key_n}. An absent cell is empty. Title and
 * notes are left out, so that any program reads the file.
 */
public final class CsvTable {

    private CsvTable() {}

    /** The whole file, one line per row after the heading, each ended by a line feed. */
    public static String format(Table table) {
        return format(table, ',');
    }

    /** The same separated by tabs, as spreadsheets take it from the clipboard. */
    public static String tabbed(Table table) {
        return format(table, '\t');
    }

    private static String format(Table table, char separator) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(headings(table));
            for (Table.Row row : table.rows()) {
                List<String> fields = new ArrayList<>();
                for (int column = 0; column < table.columns().size(); column++) {
                    addFields(fields, row.cells().get(column), table.hasMeans(column));
                }
                csv.writeRecord(fields);
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static List<String> headings(Table table) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String key = table.columns().get(column).key();
            headings.add(key);
            if (table.hasMeans(column)) {
                headings.add(key + "_sd");
                headings.add(key + "_n");
            }
        }
        return headings;
    }

    private static void addFields(List<String> fields, Cell cell, boolean three) {
        if (cell instanceof Cell.Mean mean) {
            fields.add(Double.toString(mean.mean()));
            fields.add(mean.hasSpread() ? Double.toString(mean.sd()) : "");
            fields.add(Integer.toString(mean.n()));
            return;
        }
        fields.add(single(cell));
        if (three) {
            fields.add("");
            fields.add("");
        }
    }

    private static String single(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.full();
        }
        return cell instanceof Cell.Amount number ? Double.toString(number.value()) : "";
    }
}
