package app.tandem.run;

import app.tandem.study.UserException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run is trained on: {@code auto}, {@code cpu} or {@code cuda:N}. */
public record Device(Kind kind, int index) {

    /** The kinds of device. */
    public enum Kind {
        /** Every CUDA GPU that the engine can use; the CPU where there is none. */
        AUTO,
        CPU,
        CUDA
    }

    public static final Device AUTO = new Device(Kind.AUTO, 0);
    public static final Device CPU = new Device(Kind.CPU, 0);

    private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,3})");

    public Device {
        if (index < 0 || (index > 0 && kind != Kind.CUDA)) {
            throw new IllegalArgumentException("only CUDA devices are counted, from 0");
        }
    }

    public static Device cuda(int index) {
        return new Device(Kind.CUDA, index);
    }

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} (the first) or {@code cuda:N}.
     *
     * @throws UserException if the text is none of these
     */
    public static Device parse(String text) {
        Matcher cuda = CUDA.matcher(text);
        if (cuda.matches()) {
            return cuda(Integer.parseInt(cuda.group(1)));
        }
        return switch (text) {
            case "auto" -> AUTO;
            case "cpu" -> CPU;
            case "cuda" -> cuda(0);
            default ->
                throw new UserException(
                        "The device ‘" + text + "’ is unknown", "", "Use auto, cpu or cuda:N, as in cuda:0");
        };
    }

    /** Whether a run that asked for {@code requested} may be trained on this device. */
    public boolean serves(Device requested) {
        return requested.kind == Kind.AUTO || requested.equals(this);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case AUTO -> "auto";
            case CPU -> "cpu";
            case CUDA -> "cuda:" + index;
        };
    }
}
