package app.tandem.run;

import app.tandem.study.Blocking;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads what was added to {@code events.jsonl} since the last time. A line without its end is left for later. */
final class EventTail {

    private final Path file;
    private long position;

    EventTail(Path file) {
        this.file = file;
    }

    /** The new events; none where there is no such file. Lines that are no events are passed over. */
    List<RunEvent> next() throws IOException {
        assert Blocking.isAllowedHere() : "a file is read on the window's thread";
        List<RunEvent> events = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < position) {
                position = 0;
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size - position));
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
                // reads on
            }
            int start = 0;
            for (int i = 0; i < bytes.position(); i++) {
                if (bytes.get(i) == '\n') {
                    read(bytes, start, i, events);
                    start = i + 1;
                }
            }
            position += start;
        } catch (NoSuchFileException e) {
            position = 0;
        }
        return events;
    }

    private void read(ByteBuffer bytes, int start, int end, List<RunEvent> events) {
        byte[] line = new byte[end - start];
        bytes.get(start, line);
        try {
            events.add(EventJson.read(line));
        } catch (RuntimeException e) {
            System.getLogger(EventTail.class.getName())
                    .log(System.Logger.Level.WARNING, file + " has a line that is no event: " + e.getMessage());
        }
    }
}
