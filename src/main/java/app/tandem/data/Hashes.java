package app.tandem.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void update(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The first eight bytes of a text's SHA-256: an order that has nothing to do with the text's meaning. */
    static long order(String text) {
        byte[] bytes = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        long order = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            order = order << 8 | (bytes[i] & 255);
        }
        return order;
    }
}
