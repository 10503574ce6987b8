package app.tandem.run;

/**
 * What a worker takes of its machine.
 *
 * @param residentBytes of its process; 0 where the system does not tell, or it does not run
 * @param cores how many cores it keeps busy; 0 where the system does not tell, or it does not run
 * @param gpuBytes in use on its GPU; 0 on the CPU
 */
public record WorkerLoad(long residentBytes, double cores, long gpuBytes) {

    public static final WorkerLoad NONE = new WorkerLoad(0, 0, 0);
}
