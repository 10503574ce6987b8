package app.tandem.run;

import app.tandem.study.UserException;

/**
 * How many runs this machine trains at a time, and on what. It is a choice of the machine, not of a study: no loss depends
 * on the number of workers.
 *
 * @param workers at most so many at a time; {@link #AS_MANY_AS_FIT} for one on each GPU, or one on each core
 */
public record WorkerChoice(Device device, int workers) {

    public static final int AS_MANY_AS_FIT = 0;
    public static final WorkerChoice AUTO = of(Device.AUTO);

    private static final int MOST = 1000;

    /** @throws UserException if there is no such number of workers anywhere */
    public WorkerChoice {
        if (workers < 0 || workers > MOST) {
            throw new UserException(
                    "This machine cannot train with " + workers + " workers", "", "Give 1 to " + MOST + " workers");
        }
    }

    /** As many workers as fit. */
    public static WorkerChoice of(Device device) {
        return new WorkerChoice(device, AS_MANY_AS_FIT);
    }

    /**
     * The number of workers as it is typed; nothing for as many as fit.
     *
     * @throws UserException if it is no whole number from 1 on
     */
    public static int parseWorkers(String text) {
        if (text.isBlank()) {
            return AS_MANY_AS_FIT;
        }
        if (!text.strip().matches("0*[1-9]\\d{0,5}")) {
            throw new UserException(
                    "‘" + text.strip() + "’ is not a whole number from 1 on",
                    "",
                    "Write a number such as 2, or nothing for as many as fit");
        }
        return Integer.parseInt(text.strip());
    }
}
