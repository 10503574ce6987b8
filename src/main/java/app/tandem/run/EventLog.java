package app.tandem.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends to {@code events.jsonl}; only the holder of the run's lock may. */
final class EventLog implements AutoCloseable {

    private final FileChannel channel;
    private final Runnable wakeUp;

    /** @param wakeUp called after each event is in the file */
    EventLog(Path file, Runnable wakeUp) throws IOException {
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.wakeUp = wakeUp;
        removeTornLine();
    }

    /** A worker killed while it wrote may have left a line without its end. */
    private void removeTornLine() throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    synchronized void append(RunEvent event) throws IOException {
        byte[] json = EventJson.write(event);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        while (line.hasRemaining()) {
            channel.write(line);
        }
        wakeUp.run();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
