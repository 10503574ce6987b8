package app.tandem.training;

import app.tandem.study.UserException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network is trained on: the CPU, or one CUDA GPU.
 *
 * @param gpu the GPU's number, from 0; -1 for the CPU
 */
public record ComputeDevice(int gpu) {

    public static final ComputeDevice CPU = new ComputeDevice(-1);

    private static final Pattern CUDA = Pattern.compile("cuda:(\\d{1,3})");

    public static ComputeDevice cuda(int gpu) {
        return new ComputeDevice(gpu);
    }

    /**
     * Reads {@code cpu} or {@code cuda:N}.
     *
     * @throws UserException if the text is neither
     */
    public static ComputeDevice parse(String text) {
        if (text.equals("cpu")) {
            return CPU;
        }
        Matcher matcher = CUDA.matcher(text);
        if (!matcher.matches()) {
            throw new UserException("The device ‘" + text + "’ is unknown", "", "Use ‘auto’, ‘cpu’ or ‘cuda:0’");
        }
        return cuda(Integer.parseInt(matcher.group(1)));
    }

    public boolean isGpu() {
        return gpu >= 0;
    }

    @Override
    public String toString() {
        return isGpu() ? "cuda:" + gpu : "cpu";
    }
}
