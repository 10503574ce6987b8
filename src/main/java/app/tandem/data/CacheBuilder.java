package app.tandem.data;

import app.tandem.data.DatasetCheck.Problem;
import app.tandem.study.Sha256;
import app.tandem.study.Split;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes a source into a cache file. */
final class CacheBuilder {
    private final SampleSource source;
    private final List<Task> tasks;
    private final int inputSize;

    CacheBuilder(SampleSource source, List<Task> tasks, int inputSize) {
        this.source = source;
        this.tasks = tasks;
        this.inputSize = inputSize;
    }

    DatasetCheck check(Progress progress) {
        List<Problem> problems = new ArrayList<>(source.problems());
        Map<Split, Integer> usable = new EnumMap<>(Split.class);
        int total = total();
        int done = 0;
        for (Split split : Split.values()) {
            int good = 0;
            for (int i = 0; i < source.count(split); i++) {
                try {
                    source.read(split, i);
                    good++;
                } catch (UnusableSampleException e) {
                    problems.add(e.problem());
                } catch (UserException e) {
                    problems.add(Problem.fatal(e));
                }
                progress.at(++done, total);
            }
            usable.put(split, good);
        }
        try {
            requireBothSplits(usable);
        } catch (UserException e) {
            problems.add(Problem.fatal(e));
        }
        return new DatasetCheck(problems, usable);
    }

    DatasetCache build(Path folder, Progress progress) {
        Path file = folder.resolve(key().substring(0, 32) + ".decoded");
        if (isWhole(file)) {
            return DatasetCache.open(file);
        }
        try {
            Files.createDirectories(folder);
            CacheLock lock = CacheLock.on(file);
            try {
                if (!isWhole(file)) {
                    writeThenMove(file, progress);
                }
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new UserException(
                    "The dataset cannot be decoded into the cache",
                    folder.toString(),
                    "Check the folder's rights and the free space",
                    e);
        }
        return DatasetCache.open(file);
    }

    private String key() {
        MessageDigest digest = Sha256.begin();
        Sha256.addLine(digest, "version " + CacheHeader.VERSION + " size " + inputSize);
        for (Task task : tasks) {
            Sha256.addLine(digest, task.id() + " " + task.kind());
        }
        Sha256.addLine(digest, source.fingerprint());
        return Sha256.hex(digest);
    }

    /** Whether a cache is there and its content still has the hash that its header gives. */
    private boolean isWhole(Path file) {
        if (!DatasetCache.isUsable(file)) {
            return false;
        }
        DatasetCache cache = DatasetCache.open(file);
        return hash(
                        split -> cache.count(split),
                        (split, part) -> part == 0
                                ? cache.images(split)
                                : cache.labels(split, tasks.get(part - 1).id()))
                .equals(cache.contentHash());
    }

    private void writeThenMove(Path file, Progress progress) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                write(channel, progress);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(FileChannel channel, Progress progress) throws IOException {
        List<Problem> problems = new ArrayList<>(source.problems());
        Map<Split, List<String>> names = new EnumMap<>(Split.class);
        Map<Split, List<CacheHeader.Section>> sections = new EnumMap<>(Split.class);
        Map<Split, Integer> usable = new EnumMap<>(Split.class);
        long end = CacheHeader.PROLOGUE;
        int done = 0;
        for (Split split : Split.values()) {
            List<String> inSplit = new ArrayList<>();
            long[] starts = starts(split, end);
            for (int i = 0; i < source.count(split); i++) {
                try {
                    writeSample(channel, source.read(split, i), starts, inSplit.size());
                    inSplit.add(source.name(split, i));
                } catch (UnusableSampleException e) {
                    problems.add(e.problem());
                }
                progress.at(++done, total());
            }
            names.put(split, inSplit);
            usable.put(split, inSplit.size());
            sections.put(split, sections(starts, inSplit.size()));
            end = starts[starts.length - 1];
        }
        requireBothSplits(usable);
        finish(channel, new DatasetCheck(problems, usable), names, sections, end);
    }

    private void finish(
            FileChannel channel,
            DatasetCheck check,
            Map<Split, List<String>> names,
            Map<Split, List<CacheHeader.Section>> sections,
            long end)
            throws IOException {
        Map<Split, List<ByteBuffer>> content = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<ByteBuffer> parts = new ArrayList<>();
            for (CacheHeader.Section section : sections.getOrDefault(split, List.of())) {
                parts.add(channel.map(FileChannel.MapMode.READ_ONLY, section.offset(), section.length())
                        .order(ByteOrder.LITTLE_ENDIAN));
            }
            content.put(split, parts);
        }
        List<TargetStatistics> statistics = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            statistics.add(StatisticsCount.of(
                    tasks.get(task).kind(),
                    content.getOrDefault(Split.TRAIN, List.of()).get(task + 1)));
        }
        DatasetHash hash = hash(
                split -> names.getOrDefault(split, List.of()).size(),
                (split, part) -> content.getOrDefault(split, List.of()).get(part));
        new CacheHeader(hash, inputSize, tasks.stream().map(Task::id).toList(), statistics, check, names, sections)
                .write(channel, end);
    }

    private interface Counts {
        int of(Split split);
    }

    private interface Contents {
        ByteBuffer of(Split split, int part);
    }

    private DatasetHash hash(Counts counts, Contents contents) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int part = 1; part <= tasks.size(); part++) {
            Task task = tasks.get(part - 1);
            labels.put(task.id(), hash(task.id() + " " + task.kind(), part, counts, contents));
        }
        return new DatasetHash(hash("images", 0, counts, contents), labels);
    }

    private String hash(String name, int part, Counts counts, Contents contents) {
        MessageDigest digest = Sha256.begin();
        Sha256.addLine(digest, "size " + inputSize);
        Sha256.addLine(digest, name);
        for (Split split : Split.values()) {
            Sha256.addLine(digest, split.id() + " " + counts.of(split));
            digest.update(contents.of(split, part).duplicate());
        }
        return Sha256.hex(digest);
    }

    /** Where each part of a split begins when every sample is usable, and where the last one ends. */
    private long[] starts(Split split, long from) {
        long[] starts = new long[tasks.size() + 2];
        starts[0] = from;
        for (int part = 0; part <= tasks.size(); part++) {
            long length = (long) source.count(split) * bytes(part);
            if (length > Integer.MAX_VALUE) {
                throw new UserException(
                        "The decoded "
                                + (part == 0
                                        ? "images"
                                        : "labels of " + tasks.get(part - 1).id()) + " would take " + (length >> 20)
                                + " MiB, more than the 2048 that can be mapped",
                        source.folder() + ", split " + split.id(),
                        "Use fewer images or a smaller input size");
            }
            starts[part + 1] = starts[part] + length;
        }
        return starts;
    }

    private List<CacheHeader.Section> sections(long[] starts, int count) {
        List<CacheHeader.Section> sections = new ArrayList<>();
        for (int part = 0; part <= tasks.size(); part++) {
            sections.add(new CacheHeader.Section(starts[part], (long) count * bytes(part)));
        }
        return sections;
    }

    /** The bytes of one sample: of its image (part 0) or of a task's label. */
    private int bytes(int part) {
        int pixels = inputSize * inputSize;
        return part == 0 ? 3 * pixels : LabelCodec.bytes(tasks.get(part - 1).kind(), pixels);
    }

    private void writeSample(FileChannel channel, List<Decoded> sample, long[] starts, int index) throws IOException {
        for (int part = 0; part <= tasks.size(); part++) {
            Decoded decoded = sample.get(part);
            ByteBuffer buffer = ByteBuffer.allocate(bytes(part)).order(ByteOrder.LITTLE_ENDIAN);
            if (part == 0) {
                for (float value : decoded.averaged(inputSize).values()) {
                    buffer.put((byte) Math.round(value));
                }
            } else {
                TaskKind kind = tasks.get(part - 1).kind();
                LabelCodec.put(kind, kind.isDense() ? decoded.nearest(inputSize) : decoded, buffer);
            }
            buffer.rewind();
            CacheHeader.writeFully(channel, buffer, starts[part] + (long) index * bytes(part));
        }
    }

    private int total() {
        int total = 0;
        for (Split split : Split.values()) {
            total += source.count(split);
        }
        return total;
    }

    private void requireBothSplits(Map<Split, Integer> usable) {
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            if (usable.getOrDefault(split, 0) == 0) {
                throw new UserException(
                        "No usable image is left in the split ‘" + split.id() + "’",
                        source.folder().toString(),
                        "Add images, or change the split file so that training and validation both have some");
            }
        }
    }
}
