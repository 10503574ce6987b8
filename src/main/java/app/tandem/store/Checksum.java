package app.tandem.store;

import app.tandem.study.Sha256;
import java.nio.charset.StandardCharsets;

/** A checksum over values that matter: SQLite's own checks miss damage within a value. */
final class Checksum {

    private final StringBuilder text = new StringBuilder();

    Checksum add(Object... values) {
        for (Object value : values) {
            String words = value.toString();
            text.append(bytes(words)).append(':').append(words);
        }
        return this;
    }

    /** How long a text is in UTF-8; nearly all of them are plain ASCII. */
    private static int bytes(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= 0x80) {
                return words.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return words.length();
    }

    /** The first 128 bits in hexadecimal. */
    String hex() {
        return Sha256.hex(text.toString(), 16);
    }
}
