package app.tandem.training;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers that depend on nothing but the run's seed and what they are for. */
final class Seeds {

    private Seeds() {}

    /** A generator for one purpose of a run, such as the initial weights of the head of a task. */
    static SplittableRandom random(long seed, String purpose, long part) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return new SplittableRandom(mix(mix(hash ^ seed) + part));
    }

    /** Standard normal numbers by Box and Muller, the same to the last bit on every machine. */
    static float[] normal(SplittableRandom random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            values[i] = (float) (deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble()));
        }
        return values;
    }

    /** The numbers 0 to {@code count - 1} in random order (Fisher and Yates). */
    static int[] permutation(SplittableRandom random, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
