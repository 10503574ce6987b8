package app.tandem.run;

import app.tandem.study.Sha256;
import java.util.List;
import java.util.Locale;

/**
 * Names a run: one network trained once.
 *
 * @param network the network's key, as in {@code depth_zbuffer+normal@1/2}
 * @param setting the setting's name
 * @param seed 0 or more
 */
public record RunKey(String network, String setting, int seed) {

    private static final int LONGEST_READABLE = 80;

    public RunKey {
        if (network.isBlank() || setting.isBlank() || seed < 0) {
            throw new IllegalArgumentException("a run needs a network, a setting and a seed of 0 or more");
        }
    }

    /** The ids of the network's tasks, in the order in which its key names them. */
    public List<String> taskIds() {
        int end = network.indexOf('@');
        return List.of((end < 0 ? network : network.substring(0, end)).split("\\+", -1));
    }

    /**
     * A folder name that every file system accepts, readable at its start and different for every run (its end is a
     * hash, since file systems may ignore case and limit the length).
     */
    public String folderName() {
        String readable = (network + "_" + setting + "_" + seed)
                .replace('/', '-')
                .replaceAll("[^A-Za-z0-9_+@.-]", "_")
                .toLowerCase(Locale.ROOT);
        String start = readable.substring(0, Math.min(LONGEST_READABLE, readable.length()));
        return start + "-" + hash();
    }

    @Override
    public String toString() {
        return network + " · " + setting + " · seed " + seed;
    }

    private String hash() {
        return Sha256.hex(network + "\n" + setting + "\n" + seed, 5);
    }
}
