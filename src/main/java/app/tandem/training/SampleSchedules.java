package app.tandem.training;

import app.tandem.study.Schedule;

/**
 * Schedules for the samples on which a light network learns something in about ten seconds of one CPU core, so that all 36
 * networks of a demo are trained within minutes.
 */
public final class SampleSchedules {

    /** For the rooms: 64 × 64 pixels, five dense tasks. */
    public static final Schedule ROOMS = new Schedule(10, 16, 0.2, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 2);

    /** For the garments: 48 × 48 pixels, two classifications and three maps. */
    public static final Schedule FASHION = new Schedule(5, 16, 0.1, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 2);

    /** For the rooms with a twentieth of the images, 20: more epochs, and smaller batches so that each has two steps. */
    public static final Schedule ROOMS_LITTLE = new Schedule(30, 10, 0.2, Schedule.Decay.COSINE, 0.1, 0.9, 1e-4, 2);

    private SampleSchedules() {}
}
