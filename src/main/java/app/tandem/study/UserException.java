package app.tandem.study;

/**
 * Something the user can put right. Its message tells what happened, where, and what to do; it is shown as it is, without
 * a stack trace.
 */
public class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param what what happened, as a sentence without its full stop
     * @param where the file, line or name it is about; empty when there is none
     * @param remedy what to do, as a sentence without its full stop
     */
    public UserException(String what, String where, String remedy) {
        super(message(what, where, remedy));
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    /** As {@link #UserException(String, String, String)}, keeping the fault that was met for the log. */
    public UserException(String what, String where, String remedy, Throwable cause) {
        super(message(what, where, remedy), cause);
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }

    private static String message(String what, String where, String remedy) {
        String place = where.isEmpty() ? "" : where + ": ";
        return place + what + ". " + remedy + ".";
    }
}
