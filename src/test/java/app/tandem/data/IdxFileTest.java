package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.study.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

    @Property(tries = 200)
    void whatWasWrittenIsRead(@ForAll @Size(min = 1, max = 200) byte[] values) {
        IdxFile idx = IdxFile.parse(idx(values.length, values), "test");

        assertThat(idx.dimensions()).isEqualTo(1);
        assertThat(idx.size(0)).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(idx.at(i)).isEqualTo(values[i] & 255);
        }
    }

    @Property(tries = 300)
    void anyOtherLengthIsRefused(
            @ForAll @Size(min = 1, max = 50) byte[] values, @ForAll @IntRange(max = 200) int promised) {
        if (promised != values.length) {
            assertThatThrownBy(() -> IdxFile.parse(idx(promised, values), "some.idx"))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("some.idx");
        }
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedForTheUser(@ForAll @Size(max = 40) byte[] bytes) {
        try {
            IdxFile.parse(bytes, "some.idx");
        } catch (UserException e) {
            assertThat(e).hasMessageContaining("some.idx");
        }
    }

    @Test
    void gzipIsToldFromItsFirstBytes(@TempDir Path folder) throws IOException {
        byte[] plain = idx(3, new byte[] {1, 2, 3});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        Path file = folder.resolve("labels");
        Files.write(file, packed.toByteArray());

        assertThat(IdxFile.read(file).at(2)).isEqualTo(3);

        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
        assertThatThrownBy(() -> IdxFile.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(file.toString());
    }

    private static byte[] idx(int count, byte[] values) {
        return ByteBuffer.allocate(8 + values.length)
                .put(new byte[] {0, 0, 8, 1})
                .putInt(count)
                .put(values)
                .array();
    }
}
