package app.tandem.data;

import app.tandem.study.Sha256;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a decoded dataset, as hashes of its parts: so that what a network is trained on stays the same when a
 * task that it does not have leaves the study.
 *
 * @param images of all images, with the input size and how many each split has; SHA-256 in hexadecimal
 * @param labels of each task's labels, likewise, by task id
 */
public record DatasetHash(String images, Map<String, String> labels) {

    public DatasetHash {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** Whether the labels of all these tasks are known. */
    public boolean has(Collection<String> taskIds) {
        return labels.keySet().containsAll(taskIds);
    }

    /**
     * The hash of what a network of these tasks is trained on.
     *
     * @throws IllegalArgumentException if the labels of a task are not known
     */
    public String of(Collection<String> taskIds) {
        MessageDigest digest = Sha256.begin();
        Sha256.addLine(digest, images);
        for (String id : taskIds) {
            String labelHash = labels.get(id);
            if (labelHash == null) {
                throw new IllegalArgumentException("the labels of " + id + " are not known, only " + labels.keySet());
            }
            Sha256.addLine(digest, id + " " + labelHash);
        }
        return Sha256.hex(digest);
    }

    /** The hash of everything. */
    public String whole() {
        return of(labels.keySet());
    }
}
