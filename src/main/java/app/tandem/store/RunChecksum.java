package app.tandem.store;

import app.tandem.loss.Measure;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** The checksum of a run's result, kept beside it. */
final class RunChecksum {

    private RunChecksum() {}

    /**
     * Of losses the sum holds a CRC-32, which is as good against damage and a tenth of the work of a digest over millions of
     * digits.
     *
     * @param losses as they are kept, by measure
     */
    static String of(RunKey key, RunResult result, Map<Measure, String> losses) {
        Checksum sum = begin(key);
        if (result instanceof RunResult.Finished finished) {
            sum.add(Outcome.FINISHED, finished.reportedEpoch());
            losses.forEach((measure, text) -> sum.add(measure.id(), crc(text)));
            sum.add(finished.provenance().dataHash(), finished.provenance().designHash());
        } else {
            addUnfinished(sum, result);
        }
        return sum.hex();
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** As it was taken in formats 1 to 5, of the losses one by one in the order in which they were kept. */
    static String ofSingleLosses(RunKey key, RunResult result) {
        Checksum sum = begin(key);
        if (result instanceof RunResult.Finished finished) {
            sum.add(Outcome.FINISHED, finished.reportedEpoch());
            finished.losses().forEach((measure, losses) -> {
                sum.add(measure.id());
                losses.forEach(sum::add);
            });
            sum.add(finished.provenance().dataHash(), finished.provenance().designHash());
        } else {
            addUnfinished(sum, result);
        }
        return sum.hex();
    }

    private static Checksum begin(RunKey key) {
        return new Checksum().add(key.network(), key.setting(), key.seed());
    }

    private static void addUnfinished(Checksum sum, RunResult result) {
        if (result instanceof RunResult.Diverged diverged) {
            sum.add(Outcome.DIVERGED, diverged.step()).add(diverged.remedies().toArray());
            sum.add(diverged.provenance().dataHash(), diverged.provenance().designHash());
        } else if (result instanceof RunResult.Failed failed) {
            sum.add(Outcome.FAILED, failed.failure(), failed.reason());
        }
    }
}
