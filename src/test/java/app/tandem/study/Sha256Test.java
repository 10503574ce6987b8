package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** FIPS 180-4, example of one block; studies and caches are known by these digests. */
    @Test
    void digestsAreThoseOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("abc", 5)).isEqualTo("ba7816bf8f");
        assertThat(Sha256.of("abc")).hasSize(32);
    }

    @Test
    void aLineIsDigestedWithItsEndInUtf8() {
        MessageDigest digest = Sha256.begin();
        Sha256.addLine(digest, "한");
        Sha256.addLine(digest, "b");

        assertThat(Sha256.hex(digest)).isEqualTo(Sha256.hex("한\nb\n"));
    }
}
