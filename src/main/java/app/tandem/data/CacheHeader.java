package app.tandem.data;

import app.tandem.study.Split;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What a cache file says of itself.
 *
 * <p>The file is: a prologue of {@value #PROLOGUE} bytes (magic, version, where the header is, its CRC-32, the
 * prologue's own CRC-32), the sections, the header. So it is complete exactly when the header, written last, is right.
 *
 * @param hash of the decoded content
 * @param inputSize the side of the images
 * @param taskIds in the order of the label sections
 * @param statistics of each task
 * @param check what was found wrong
 * @param names of the samples of each split
 * @param sections of each split: first the images, then the labels of each task
 */
record CacheHeader(
        DatasetHash hash,
        int inputSize,
        List<String> taskIds,
        List<TargetStatistics> statistics,
        DatasetCheck check,
        Map<Split, List<String>> names,
        Map<Split, List<Section>> sections) {

    /** The version of the format; another one is made anew. */
    static final int VERSION = 2;

    static final int PROLOGUE = 64;
    private static final long MAGIC = 0x54414e44454d4443L;

    /** A part of the file, in bytes. */
    record Section(long offset, long length) {}

    int count(Split split) {
        return names(split).size();
    }

    List<String> names(Split split) {
        return names.getOrDefault(split, List.of());
    }

    Section section(Split split, int index) {
        return sections.getOrDefault(split, List.of()).get(index);
    }

    int taskIndex(String taskId) {
        int index = taskIds.indexOf(taskId);
        if (index < 0) {
            throw new IllegalArgumentException("the cache has no task " + taskId + ", only " + taskIds);
        }
        return index;
    }

    TargetStatistics statistics(int task) {
        return statistics.get(task);
    }

    /**
     * Ends a file: writes the header at {@code end} and then the prologue. Nothing is forced to the disk: what a power
     * cut leaves is found by its hash the next time it is prepared.
     */
    void write(FileChannel channel, long end) throws IOException {
        byte[] bytes = toBytes();
        writeFully(channel, ByteBuffer.wrap(bytes), end);
        byte[] first = new byte[PROLOGUE];
        ByteBuffer prologue = ByteBuffer.wrap(first);
        prologue.putLong(MAGIC)
                .putInt(VERSION)
                .putLong(end)
                .putInt(bytes.length)
                .putInt(crc(bytes, bytes.length));
        prologue.putInt(crc(first, prologue.position())).rewind();
        writeFully(channel, prologue, 0);
    }

    /** @throws IOException saying in a few words what is wrong */
    static CacheHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] first = readFully(channel, 0, PROLOGUE);
            ByteBuffer prologue = ByteBuffer.wrap(first);
            if (prologue.getLong() != MAGIC) {
                throw new IOException("it is not a decoded dataset");
            }
            int version = prologue.getInt();
            if (version != VERSION) {
                throw new IOException("it is of version " + version + ", not " + VERSION);
            }
            long offset = prologue.getLong();
            int length = prologue.getInt();
            int crc = prologue.getInt();
            if (prologue.getInt() != crc(first, prologue.position() - Integer.BYTES)
                    || channel.size() != offset + length) {
                throw new IOException("it is damaged");
            }
            byte[] bytes = readFully(channel, offset, length);
            if (crc(bytes, length) != crc) {
                throw new IOException("it is damaged");
            }
            return fromBytes(bytes);
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private static byte[] readFully(FileChannel channel, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        return bytes;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(hash.images());
            out.writeInt(inputSize);
            out.writeInt(taskIds.size());
            for (int task = 0; task < taskIds.size(); task++) {
                out.writeUTF(taskIds.get(task));
                out.writeUTF(hash.labels().getOrDefault(taskIds.get(task), ""));
                writeStatistics(out, statistics.get(task));
            }
            out.writeInt(check.problems().size());
            for (DatasetCheck.Problem problem : check.problems()) {
                out.writeUTF(problem.severity().name());
                out.writeUTF(problem.file());
                out.writeUTF(problem.what());
                out.writeUTF(problem.remedy());
            }
            for (Split split : Split.values()) {
                out.writeInt(count(split));
                for (String name : names(split)) {
                    out.writeUTF(name);
                }
                for (Section section : sections.getOrDefault(split, List.of())) {
                    out.writeLong(section.offset());
                    out.writeLong(section.length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static CacheHeader fromBytes(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String images = in.readUTF();
        int inputSize = in.readInt();
        int tasks = in.readInt();
        List<String> taskIds = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<TargetStatistics> statistics = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            String id = in.readUTF();
            taskIds.add(id);
            labels.put(id, in.readUTF());
            statistics.add(readStatistics(in));
        }
        List<DatasetCheck.Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(new DatasetCheck.Problem(
                    DatasetCheck.Severity.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        Map<Split, List<String>> names = new EnumMap<>(Split.class);
        Map<Split, List<Section>> sections = new EnumMap<>(Split.class);
        Map<Split, Integer> usable = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<String> inSplit = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                inSplit.add(in.readUTF());
            }
            List<Section> parts = new ArrayList<>();
            for (int part = 0; part <= tasks; part++) {
                parts.add(new Section(in.readLong(), in.readLong()));
            }
            names.put(split, List.copyOf(inSplit));
            sections.put(split, List.copyOf(parts));
            usable.put(split, inSplit.size());
        }
        return new CacheHeader(
                new DatasetHash(images, labels),
                inputSize,
                List.copyOf(taskIds),
                statistics,
                new DatasetCheck(problems, usable),
                names,
                sections);
    }

    private static void writeStatistics(DataOutputStream out, TargetStatistics statistics) throws IOException {
        double[][] all = {statistics.mean(), statistics.sd(), statistics.median()};
        out.writeInt(all[0].length);
        for (double[] values : all) {
            for (double value : values) {
                out.writeDouble(value);
            }
        }
        long[] counts = statistics.classCounts();
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
        out.writeLong(statistics.present());
    }

    private static TargetStatistics readStatistics(DataInputStream in) throws IOException {
        double[][] all = new double[3][in.readInt()];
        for (double[] values : all) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
        }
        long[] counts = new long[in.readInt()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        return new TargetStatistics(all[0], all[1], all[2], counts, in.readLong());
    }
}
