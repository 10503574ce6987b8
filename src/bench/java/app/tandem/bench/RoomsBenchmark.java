package app.tandem.bench;

import app.tandem.data.Progress;
import app.tandem.data.RoomsGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Rooms made per second on one core at 64×64: to reach, 200 with all five labels, written to disk. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoomsBenchmark {
    private static final int IMAGES = 60;

    private final RoomsGenerator generator = new RoomsGenerator(2020, 64);
    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void makeFolder() throws IOException {
        folder = Files.createTempDirectory("rooms");
    }

    /** Rendering with exact labels, in memory. */
    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public int render() {
        int sum = 0;
        for (int i = 0; i < IMAGES; i++) {
            sum += generator.image(i).rgb()[0];
        }
        return sum;
    }

    /** Rendering, computing the other labels, and writing all six files of each image. */
    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public void write() throws IOException {
        Path rooms = folder.resolve("rooms");
        generator.write(rooms, IMAGES, Progress.NONE);
        delete(rooms);
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(RoomsBenchmark::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
