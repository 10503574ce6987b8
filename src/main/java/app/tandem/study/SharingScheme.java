package app.tandem.study;

/** How the tasks of one network share it. Every network names its scheme, and the scheme says what the network costs. */
public sealed interface SharingScheme {

    /** One encoder shared by all tasks, one head per task. */
    SharingScheme HARD = new HardSharing();

    /** The scheme's name in files. */
    String id();

    /** What a network of this scheme costs. */
    Cost cost(TaskSet tasks, EncoderSize encoder);

    /** The scheme with this name in files. */
    static SharingScheme parse(String id) {
        if (id.equals(HARD.id())) {
            return HARD;
        }
        throw new UserException("The sharing scheme ‘" + id + "’ is not known", "", "Use ‘" + HARD.id() + "’");
    }

    /** One encoder shared by all tasks: it costs its encoder, however many heads it has. */
    record HardSharing() implements SharingScheme {
        @Override
        public String id() {
            return "hard";
        }

        @Override
        public Cost cost(TaskSet tasks, EncoderSize encoder) {
            return new Cost(encoder.share());
        }
    }
}
