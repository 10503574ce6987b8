package app.tandem.data;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.Blocking;
import app.tandem.study.EncoderSize;
import app.tandem.study.Network;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import app.tandem.study.UserException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Losses as comma-separated values (RFC 4180, UTF-8): {@code setting,tasks,encoder,split,task,loss[,seed]}, one loss a
 * line. {@code tasks} are the network's tasks joined by {@code +}, {@code encoder} its size as {@code 1} or {@code 1/2},
 * {@code split} one of train, val (or validation), test and early20. Columns may stand in any order, and others are ignored.
 */
public final class LossTableCsv {

    private static final List<String> REQUIRED = List.of("setting", "tasks", "encoder", "split", "task", "loss");
    private static final String SEED = "seed";
    private static final long MAX_BYTES = 1L << 28;

    private record Line(long number, Map<String, String> fields) {
        String field(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    private LossTableCsv() {}

    /**
     * Reads every setting of a file.
     *
     * @return one table per setting, in the file's order; tasks in the order in which they first appear, networks in the
     *     order of their first line, every weight 1
     * @throws UserException if the file cannot be read or a line is wrong; it names the line
     */
    public static List<LossTable> read(Path file) {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        List<Line> lines = lines(file, text(file));
        List<String> tasks = taskIds(file, lines);
        Map<String, LossTable.Builder> settings = new LinkedHashMap<>();
        for (Line line : lines) {
            LossTable.Builder table = settings.computeIfAbsent(
                    line.field("setting"),
                    name -> LossTable.builder(name, tasks, Collections.nCopies(tasks.size(), 1.0)));
            try {
                add(table, tasks, line);
            } catch (UserException e) {
                throw at(file, line.number(), e.what(), e.remedy());
            } catch (IllegalArgumentException e) {
                throw at(file, line.number(), sentence(e), "Correct the line or take it out");
            }
        }
        return settings.values().stream().map(LossTable.Builder::build).toList();
    }

    /** Writes tables as {@link #read} reads them, with seeds; the writer stays open. */
    public static void write(List<LossTable> tables, Writer writer) {
        @SuppressWarnings("resource") // closing it would close the caller's writer
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(writer);
        csv.writeRecord("setting", "tasks", "encoder", "split", "task", "loss", SEED);
        for (LossTable table : tables) {
            for (int row = 0; row < table.networks().size(); row++) {
                for (Measure measure : Measure.values()) {
                    writeRow(csv, table, row, measure);
                }
            }
        }
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRow(CsvWriter csv, LossTable table, int row, Measure measure) {
        Network network = table.networks().get(row);
        String tasks = network.tasks().join(table.taskIds());
        for (int task : network.tasks()) {
            table.values(row, task, measure)
                    .forEach((seed, loss) -> csv.writeRecord(
                            table.setting(),
                            tasks,
                            network.encoder().toString(),
                            measure.id(),
                            table.taskIds().get(task),
                            Double.toString(loss),
                            Integer.toString(seed)));
        }
    }

    private static void add(LossTable.Builder table, List<String> tasks, Line line) {
        TaskSet set = Network.parseTasks(line.field("tasks"), tasks);
        int task = tasks.indexOf(line.field("task"));
        if (!set.contains(task)) {
            throw new UserException(
                    "The network " + line.field("tasks") + " has no task ‘" + line.field("task") + "’",
                    "",
                    "Name one of the network's own tasks");
        }
        Measure measure = Measure.parse(line.field("split"))
                .orElseThrow(() -> new UserException(
                        "The split ‘" + line.field("split") + "’ is unknown", "", "Use train, val, test or early20"));
        Network network = Network.of(set, EncoderSize.parse(line.field("encoder")));
        table.add(network, seed(line), measure, task, loss(line));
    }

    private static double loss(Line line) {
        try {
            double loss = Double.parseDouble(line.field("loss"));
            if (Double.isFinite(loss) && loss >= 0) {
                return loss;
            }
        } catch (NumberFormatException e) {
            // Told below, as for infinity and for what is negative.
        }
        throw new UserException(
                "The loss ‘" + line.field("loss") + "’ is not a number of at least 0",
                "",
                "Write a number such as 0.0931");
    }

    private static int seed(Line line) {
        String seed = line.fields().getOrDefault(SEED, "0");
        if (seed.matches("\\d{1,9}")) {
            return Integer.parseInt(seed);
        }
        throw new UserException("The seed ‘" + seed + "’ is not a whole number", "", "Write a number such as 0");
    }

    private static List<String> taskIds(Path file, List<Line> lines) {
        Set<String> ids = new LinkedHashSet<>();
        for (Line line : lines) {
            for (String id : line.field("tasks").split("\\+", -1)) {
                try {
                    ids.add(Task.requireId(id.strip()));
                } catch (UserException e) {
                    throw at(file, line.number(), e.what(), e.remedy());
                }
            }
            if (ids.size() > TaskSet.MAX_TASKS) {
                throw at(
                        file,
                        line.number(),
                        "More than " + TaskSet.MAX_TASKS + " tasks are named",
                        "Leave out the lines of some of them");
            }
        }
        return List.copyOf(ids);
    }

    private static List<Line> lines(Path file, String text) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord each : reader) {
                List<String> fields =
                        each.getFields().stream().map(String::strip).toList();
                if (header.isEmpty()) {
                    header = header(file, fields);
                } else {
                    lines.add(line(file, header, each.getStartingLineNumber(), fields));
                }
            }
        } catch (CsvParseException e) {
            throw new UserException(
                    "This is not comma-separated text: " + e.getMessage(),
                    file.toString(),
                    "Look for a stray quote",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty()) {
            throw new UserException(
                    "The file has no losses", file.toString(), "Give a header and one line per loss: " + columns());
        }
        return lines;
    }

    private static Line line(Path file, List<String> header, long number, List<String> fields) {
        if (fields.size() != header.size()) {
            throw at(
                    file,
                    number,
                    "The line has " + fields.size() + " fields and the header " + header.size(),
                    "Give each line one field per column");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), fields.get(i));
        }
        return new Line(number, named);
    }

    private static List<String> header(Path file, List<String> fields) {
        List<String> missing =
                REQUIRED.stream().filter(column -> !fields.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw at(
                    file,
                    1,
                    "The header lacks " + String.join(", ", missing),
                    "Begin the file with a line of column names: " + columns());
        }
        if (fields.stream().distinct().count() != fields.size()) {
            throw at(file, 1, "A column is named twice", "Keep one of the two");
        }
        return fields;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UserException(
                        "The file is larger than 256 MB", file.toString(), "Is it a loss table? Give a smaller one");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserException("There is no such file", file.toString(), "Check the path", e);
        } catch (CharacterCodingException e) {
            throw new UserException("The file is not UTF-8 text", file.toString(), "Save it as CSV in UTF-8", e);
        } catch (IOException e) {
            throw new UserException("The file cannot be read", file.toString(), "Is it a file, and may you read it", e);
        }
    }

    private static UserException at(Path file, long line, String what, String remedy) {
        return new UserException(what, file + ", line " + line, remedy);
    }

    private static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1);
    }

    private static String columns() {
        return String.join(",", REQUIRED) + "[," + SEED + "]";
    }
}
