package app.tandem.store;

import app.tandem.study.UserException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A study file whose content is not what was written. */
final class Damage extends UserException {

    private static final long serialVersionUID = 1L;

    /** Reads what this program wrote. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    Damage(Path path, String detail) {
        super(
                "The study is damaged: " + detail,
                path.toString(),
                "It was left as it is; copy a backup from " + Backups.folder(path) + " to a new name and open that");
    }

    /** Runs the reading; whatever it cannot make sense of is damage, since the program never writes such a thing. */
    static <T> T noticed(Path path, Reading<T> reading) throws SQLException {
        try {
            return reading.read();
        } catch (Damage e) {
            throw e;
        } catch (RuntimeException e) {
            Damage damage = new Damage(path, "a value cannot be read (" + e.getMessage() + ")");
            damage.initCause(e);
            throw damage;
        }
    }
}
