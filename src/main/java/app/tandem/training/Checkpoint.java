package app.tandem.training;

import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/**
 * A safetensors file with all that a run needs to go on as if it had never stopped: arrays under their names, and a text
 * with the run's history.
 *
 * <p>The file is written under another name, forced to the disk and then moved into place, so that a reader meets the old
 * one or the new one and nothing else. A checksum of both guards against a damaged disk.
 */
final class Checkpoint {

    private static final String TEXT_START = "{\"__metadata__\":{\"format\":\"tandem-2\",\"history\":\"";
    private static final String CRC_START = "\",\"crc32\":\"";
    private static final String TEXT_END = "\"}";
    /** Stands before the sums of affinities, after the epochs. */
    static final String AFFINITIES = "|affinities:";

    private static final long LONGEST_HEADER = 100_000_000;

    private Checkpoint() {}

    /** Arrays of one kind, laid out as a layout says. */
    static final class Section {
        private final String prefix;
        private final ParameterLayout layout;
        private final float[] values;

        /**
         * @param prefix of their names in the file
         * @param values the flat array: written, or filled by reading
         */
        Section(String prefix, ParameterLayout layout, float[] values) {
            this.prefix = prefix;
            this.layout = layout;
            this.values = values;
        }
    }

    /**
     * Writes a checkpoint.
     *
     * @param history without quotes, backslashes or line breaks
     */
    static void write(Path file, String history, List<Section> sections) {
        ByteBuffer arrays = arrays(sections);
        byte[] header = header(history, checksum(history, arrays), sections);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        length.putLong(header.length).flip();
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                for (ByteBuffer part : List.of(length, ByteBuffer.wrap(header), arrays)) {
                    while (part.hasRemaining()) {
                        channel.write(part);
                    }
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserException(
                    "The checkpoint cannot be written (" + e.getMessage() + ")",
                    file.toString(),
                    "Free some disk space, or check that the folder can be written",
                    e);
        }
    }

    /**
     * Reads a checkpoint into the sections and returns its history.
     *
     * @throws UserException if the file is damaged, or its arrays are not those of the sections
     */
    static String read(Path file, List<Section> sections) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            long length = content.remaining() < Long.BYTES ? -1 : content.getLong();
            if (length < 0 || length > Math.min(LONGEST_HEADER, content.remaining())) {
                throw damaged(file);
            }
            byte[] bytes = new byte[(int) length];
            content.get(bytes);
            String header = new String(bytes, StandardCharsets.UTF_8);
            int historyEnd = header.indexOf(CRC_START);
            int crcEnd = header.indexOf(TEXT_END);
            if (!header.startsWith(TEXT_START) || historyEnd < TEXT_START.length() || crcEnd < historyEnd) {
                throw damaged(file);
            }
            String history = header.substring(TEXT_START.length(), historyEnd);
            String crc = header.substring(historyEnd + CRC_START.length(), crcEnd);
            if (!checksum(history, content).equals(crc)
                    || !java.util.Arrays.equals(bytes, header(history, crc, sections))) {
                throw damaged(file);
            }
            fill(content, sections);
            return history;
        } catch (IOException e) {
            throw new UserException(
                    "The checkpoint cannot be read (" + e.getMessage() + ")",
                    file.toString(),
                    "Check that the disk is there",
                    e);
        }
    }

    private static String checksum(String history, ByteBuffer arrays) {
        CRC32 crc = new CRC32();
        crc.update(history.getBytes(StandardCharsets.UTF_8));
        crc.update(arrays.duplicate());
        return Long.toHexString(crc.getValue());
    }

    private static UserException damaged(Path file) {
        return new UserException(
                "The checkpoint is damaged or of another network",
                file.toString(),
                "Delete it to train this run from its start");
    }

    private static byte[] header(String history, String crc, List<Section> sections) {
        StringJoiner header = new StringJoiner(",", TEXT_START + history + CRC_START + crc + TEXT_END + ",", "}");
        long offset = 0;
        for (Section section : sections) {
            for (ParameterLayout.Entry entry : section.layout.entries()) {
                long end = offset + 4L * entry.size();
                StringJoiner shape = new StringJoiner(",", "[", "]");
                for (long side : entry.shape().getShape()) {
                    shape.add(Long.toString(side));
                }
                header.add("\"" + section.prefix + entry.name() + "\":{\"dtype\":\"F32\",\"shape\":" + shape
                        + ",\"data_offsets\":[" + offset + "," + end + "]}");
                offset = end;
            }
        }
        byte[] bytes = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] aligned = java.util.Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
        java.util.Arrays.fill(aligned, bytes.length, aligned.length, (byte) ' ');
        return aligned;
    }

    private static ByteBuffer arrays(List<Section> sections) {
        int size = sections.stream()
                .flatMap(section -> section.layout.entries().stream())
                .mapToInt(entry -> 4 * entry.size())
                .sum();
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Section section : sections) {
            for (ParameterLayout.Entry entry : section.layout.entries()) {
                buffer.asFloatBuffer().put(section.values, entry.offset(), entry.size());
                buffer.position(buffer.position() + 4 * entry.size());
            }
        }
        return buffer.flip();
    }

    private static void fill(ByteBuffer content, List<Section> sections) {
        for (Section section : sections) {
            for (ParameterLayout.Entry entry : section.layout.entries()) {
                content.asFloatBuffer().get(section.values, entry.offset(), entry.size());
                content.position(content.position() + 4 * entry.size());
            }
        }
    }

    /** The epochs' losses as one line: exact, in the order of the tasks, NaN where there is none. */
    static String encode(String request, List<EpochLosses> epochs, List<String> tasks) {
        StringJoiner line = new StringJoiner("|");
        line.add(request);
        for (EpochLosses losses : epochs) {
            StringJoiner values = new StringJoiner(",");
            for (Map<String, Double> byTask : List.of(losses.train(), losses.validation())) {
                tasks.forEach(task -> values.add(Double.toHexString(byTask.getOrDefault(task, Double.NaN))));
            }
            line.add(values.toString());
        }
        return line.toString();
    }

    /** The sums of affinities in a line; empty where it has none. */
    static String affinities(String line) {
        int start = line.indexOf(AFFINITIES);
        return start < 0 ? "" : line.substring(start + AFFINITIES.length());
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws UserException if it is of another request
     */
    static List<EpochLosses> decode(Path file, String line, String request, List<String> tasks) {
        int end = line.indexOf(AFFINITIES);
        List<String> parts = List.of((end < 0 ? line : line.substring(0, end)).split("\\|", -1));
        if (!parts.get(0).equals(request)) {
            throw new UserException(
                    "The checkpoint is of another run", file.toString(), "Delete it to train this run from its start");
        }
        List<EpochLosses> epochs = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            List<Double> values = java.util.Arrays.stream(part.split(",", -1))
                    .map(Double::valueOf)
                    .toList();
            int n = tasks.size();
            epochs.add(new EpochLosses(
                    epochs.size() + 1,
                    EpochLosses.byTask(tasks, values.subList(0, n)),
                    EpochLosses.byTask(tasks, values.subList(n, 2 * n))));
        }
        return epochs;
    }
}
