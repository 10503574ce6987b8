package app.tandem.data;

/** A sample cannot be used, the others can. */
final class UnusableSampleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DatasetCheck.Problem problem;

    UnusableSampleException(DatasetCheck.Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    DatasetCheck.Problem problem() {
        return problem;
    }
}
