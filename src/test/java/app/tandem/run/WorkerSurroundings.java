package app.tandem.run;

import java.util.TreeMap;

/** A program that prints, as {@code name=value}, the environment and the properties with which it was started. */
final class WorkerSurroundings {

    private WorkerSurroundings() {}

    public static void main(String[] arguments) {
        new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
        System.getProperties().forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.println("heap=" + Runtime.getRuntime().maxMemory() / (1 << 20));
    }
}
