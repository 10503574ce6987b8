package app.tandem.data;

import app.tandem.study.Split;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Taskonomy's split files: {@code id,train,val,test}. Lines end with CR (as the official ones do), LF or both. */
final class SplitCsv {
    private static final String HEADER = "id,train,val,test";
    private static final List<Split> COLUMNS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    private SplitCsv() {}

    /** @throws UserException naming the file and line that cannot be understood */
    static Map<String, Split> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException(
                    "The split file cannot be read", file.toString(), "Check its rights and that it is UTF-8 text", e);
        }
        String[] lines = text.split("\r\n|\r|\n", -1);
        if (!lines[0].replace("\uFEFF", "").strip().equals(HEADER)) {
            throw new UserException(
                    "The first line is not ‘" + HEADER + "’", file + ", line 1", "Begin the split file with it");
        }
        Map<String, Split> splits = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                add(splits, lines[i], file + ", line " + (i + 1));
            }
        }
        return splits;
    }

    private static void add(Map<String, Split> splits, String line, String where) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS.size() + 1) {
            throw new UserException(
                    "The line has " + cells.length + " columns, not 4", where, "Write it as ‘building,1,0,0’");
        }
        Split found = null;
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (flag(cells[column + 1], where)) {
                if (found != null) {
                    throw new UserException("‘" + cells[0] + "’ is in two splits", where, "Put a 1 in one column only");
                }
                found = COLUMNS.get(column);
            }
        }
        if (found == null) {
            return;
        }
        Split before = splits.put(cells[0].strip(), found);
        if (before != null && before != found) {
            throw new UserException(
                    "‘" + cells[0] + "’ was in the split ‘" + before.id() + "’ before", where, "Keep one of the lines");
        }
    }

    private static boolean flag(String cell, String where) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false", "" -> false;
            default -> throw new UserException("‘" + cell + "’ is neither 0 nor 1", where, "Write 0 or 1");
        };
    }
}
