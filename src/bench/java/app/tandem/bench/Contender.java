package app.tandem.bench;

import app.tandem.training.ComputeDevice;
import app.tandem.training.WorkerSettings;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One or more processes that train when they are told to, together. */
final class Contender implements AutoCloseable {

    private final List<Turn> processes;

    private Contender(List<Turn> processes) {
        this.processes = processes;
    }

    /** One process and its two ends. */
    private record Turn(Process process, BufferedReader out, BufferedWriter in) {

        static Turn start(ProcessBuilder builder) throws IOException {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new Turn(process, process.inputReader(), process.outputWriter());
        }

        void ask(String question) throws IOException {
            in.write(question + "\n");
            in.flush();
        }

        String answer() throws IOException {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the process ended");
            }
            return line;
        }
    }

    /** A worker with the settings of Tandem's own. */
    static Contender ours() throws IOException {
        return measuring(0);
    }

    /** The same, measuring affinities at every so many steps; 0 for never. */
    static Contender measuring(int affinityEvery) throws IOException {
        WorkerSettings settings = WorkerSettings.of(ComputeDevice.CPU);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ThroughputWorker.class.getName()));
        command.add(Integer.toString(affinityEvery));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings.environment());
        Turn turn = Turn.start(builder);
        turn.answer();
        return new Contender(List.of(turn));
    }

    /** The same network in PyTorch; empty if Python cannot import torch. */
    static Optional<Contender> pytorch(List<String> command, boolean best) {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (best) {
            TrainingThroughput.environment().forEach((name, value) -> {
                if (name.startsWith("MALLOC")) {
                    builder.environment().put(name, value);
                }
            });
        }
        try {
            Turn turn = Turn.start(builder);
            List<String> ready = List.of(turn.answer().split(" ", -1));
            long multiplyAdds = Long.parseLong(ready.get(1));
            if (multiplyAdds != TrainingThroughput.work().multiplyAdds()) {
                throw new IllegalStateException("the networks differ: " + multiplyAdds + " multiply-adds in PyTorch, "
                        + TrainingThroughput.work().multiplyAdds() + " in ours");
            }
            return Optional.of(new Contender(List.of(turn)));
        } catch (IOException e) {
            System.err.println("Without PyTorch: " + String.join(" ", command) + " did not start");
            return Optional.empty();
        }
    }

    /** These processes and another's, at work at the same time. */
    Contender and(Contender other) {
        List<Turn> both = new ArrayList<>(processes);
        both.addAll(other.processes);
        return new Contender(both);
    }

    /** Trains that many steps in each process, and adds up their images a second. */
    double imagesPerSecond(int steps) {
        return ask(Integer.toString(steps));
    }

    /** GFLOP/s of a single large convolution, forward and backward, in the first process. */
    double convolutionGigaflops() {
        return new Contender(processes.subList(0, 1)).ask("convolution");
    }

    private double ask(String question) {
        try {
            for (Turn turn : processes) {
                turn.ask(question);
            }
            double sum = 0;
            for (Turn turn : processes) {
                sum += Double.parseDouble(turn.answer());
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(turn -> turn.process().destroy());
    }
}
