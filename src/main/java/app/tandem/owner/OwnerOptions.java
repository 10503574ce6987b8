package app.tandem.owner;

import app.tandem.run.Device;
import app.tandem.run.WorkerLauncher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What an open study needs of the machine; nothing in it shapes a result but for the device.
 *
 * @param cacheFolder where decoded datasets are kept
 * @param launcher starts workers
 * @param device where runs are trained
 * @param queueExecutor runs the queue's work, one task at a time
 */
public record OwnerOptions(
        Path cacheFolder, WorkerLauncher launcher, Device device, Executor queueExecutor, InstantSource clock) {}
