package app.tandem.workbench.design;

import app.tandem.run.Device;
import app.tandem.run.LocalWorkers;
import app.tandem.run.WorkerChoice;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How many runs this machine trains at a time, and on what: a choice of the machine, which is kept with the window's other
 * choices and is no edit of a study. Lives on the JavaFX thread; holds no controls.
 */
public final class WorkersModel {

    /**
     * What this machine has.
     *
     * @param gpus that the engine can use
     */
    public record Offer(int cores, int gpus) {

        /** What may be trained on; the GPUs one by one. */
        public List<Device> devices() {
            List<Device> devices = new ArrayList<>(List.of(Device.AUTO, Device.CPU));
            for (int gpu = 0; gpu < gpus; gpu++) {
                devices.add(Device.cuda(gpu));
            }
            return devices;
        }

        /** How many workers are as many as fit. */
        public int fitting(Device device) {
            return switch (device.kind()) {
                case AUTO -> gpus == 0 ? cores : gpus;
                case CPU -> cores;
                case CUDA -> 1;
            };
        }
    }

    private final LocalWorkers workers;
    private final Threads threads;
    private final Consumer<WorkerChoice> keep;
    private final Consumer<RuntimeException> fail;

    private final ReadOnlyObjectWrapper<String> count;
    private final ReadOnlyObjectWrapper<Device> device;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UserException>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param keep remembers what was chosen
     * @param fail hears on the JavaFX thread what went wrong unforeseen
     */
    public WorkersModel(
            LocalWorkers workers, Threads threads, Consumer<WorkerChoice> keep, Consumer<RuntimeException> fail) {
        this.workers = workers;
        this.threads = threads;
        this.keep = keep;
        this.fail = fail;
        WorkerChoice now = workers.choice();
        this.count = new ReadOnlyObjectWrapper<>(
                now.workers() == WorkerChoice.AS_MANY_AS_FIT ? "" : String.valueOf(now.workers()));
        this.device = new ReadOnlyObjectWrapper<>(now.device());
        threads.run(
                () -> {
                    Offer found = new Offer(workers.cores(), workers.gpus());
                    threads.window().execute(() -> offer.set(Optional.of(found)));
                },
                fail);
    }

    /** @param text nothing for as many as fit */
    public void typeCount(String text) {
        count.set(text);
        check();
    }

    public void choose(Device other) {
        device.set(other);
        check();
    }

    private void check() {
        try {
            choice();
            fault.set(Optional.empty());
        } catch (UserException e) {
            fault.set(Optional.of(e));
        }
    }

    private WorkerChoice choice() {
        return new WorkerChoice(device.get(), WorkerChoice.parseWorkers(count.get()));
    }

    /**
     * Trains with these workers from now on, here and the next time.
     *
     * @param done called on the JavaFX thread once that is so; not where it cannot be
     */
    public void apply(Runnable done) {
        check();
        if (fault.get().isPresent()) {
            return;
        }
        WorkerChoice wanted = choice();
        threads.run(
                () -> {
                    try {
                        workers.choose(wanted);
                    } catch (UserException e) {
                        threads.window().execute(() -> fault.set(Optional.of(e)));
                        return;
                    }
                    threads.window().execute(() -> {
                        keep.accept(wanted);
                        done.run();
                    });
                },
                fail);
    }

    public ReadOnlyObjectProperty<String> countProperty() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Device> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** Empty while the engine is asked for its GPUs. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Why it cannot be so. */
    public ReadOnlyObjectProperty<Optional<UserException>> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
