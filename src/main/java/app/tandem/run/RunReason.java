package app.tandem.run;

/** Why a run failed: its first line is for people, and what follows is what its worker wrote, for who looks closer. */
public final class RunReason {

    private RunReason() {}

    static String of(String words, String details) {
        return details.isEmpty() ? words : words + "\n" + details;
    }

    /** What happened, what is safe, and what to do. */
    public static String words(String reason) {
        int end = reason.indexOf('\n');
        return end < 0 ? reason : reason.substring(0, end);
    }

    /** What the worker wrote; empty where nothing is known of it. */
    public static String details(String reason) {
        int end = reason.indexOf('\n');
        return end < 0 ? "" : reason.substring(end + 1);
    }
}
