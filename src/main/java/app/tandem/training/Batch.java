package app.tandem.training;

import java.util.SplittableRandom;

/** Which images make up one step, and which of them are flipped: those from {@code firstFlipped} on. */
record Batch(java.util.List<Integer> images, int firstFlipped) {

    Batch {
        images = java.util.List.copyOf(images);
    }

    int size() {
        return images.size();
    }

    boolean hasFlips() {
        return firstFlipped < images.size();
    }

    long[] rows() {
        return images.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Images {@code from} to {@code to - 1}, none flipped. */
    static Batch range(int from, int to) {
        return new Batch(java.util.stream.IntStream.range(from, to).boxed().toList(), to - from);
    }

    /** Part {@code part}, counted from 0, of {@code count} images in {@code parts} parts that differ by one at most. */
    static Batch part(int count, int part, int parts) {
        return range((int) ((long) count * part / parts), (int) ((long) count * (part + 1) / parts));
    }

    /**
     * The images {@code order[from]} to {@code order[to - 1]}; each is flipped with probability one half if {@code
     * flips}.
     */
    static Batch drawn(int[] order, int from, int to, boolean flips, SplittableRandom random) {
        java.util.ArrayList<Integer> images = new java.util.ArrayList<>();
        java.util.ArrayList<Integer> flipped = new java.util.ArrayList<>();
        for (int i = from; i < to; i++) {
            (flips && random.nextBoolean() ? flipped : images).add(order[i]);
        }
        int firstFlipped = images.size();
        images.addAll(flipped);
        return new Batch(images, firstFlipped);
    }

    /** This batch, its first image repeated at the end until there are {@code least}. */
    Batch atLeast(int least) {
        java.util.ArrayList<Integer> padded = new java.util.ArrayList<>(images);
        while (padded.size() < least) {
            padded.add(images.get(0));
        }
        return new Batch(padded, padded.size());
    }
}
