package app.tandem.store;

import app.tandem.run.TaskKindText;
import app.tandem.study.Budget;
import app.tandem.study.DatasetReference;
import app.tandem.study.EncoderDepth;
import app.tandem.study.Fraction;
import app.tandem.study.Grouping;
import app.tandem.study.LossFunction;
import app.tandem.study.Network;
import app.tandem.study.Schedule;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.Task;
import app.tandem.study.TaskSet;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The design in its tables. It is always written whole; networks are kept by their keys. */
final class DesignTables {

    private DesignTables() {}

    static void write(Connection connection, Study study) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("grouping_member", "grouping", "network", "setting", "task")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
        Rows.insert(
                connection,
                "INSERT OR REPLACE INTO study (id, name, layout, location, seeds, budget, checksum)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?)",
                study.name(),
                study.dataset().layout(),
                study.dataset().location(),
                study.seeds(),
                study.budget().snt().toString(),
                checksum(study));
        writeTasks(connection, study.tasks());
        writeSettings(connection, study.settings());
        writeNetworks(connection, study);
        writeGroupings(connection, study);
    }

    private static void writeTasks(Connection connection, List<Task> tasks) throws SQLException {
        for (int position = 0; position < tasks.size(); position++) {
            Task task = tasks.get(position);
            Rows.insert(
                    connection,
                    "INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?)",
                    position,
                    task.id(),
                    task.name(),
                    TaskKindText.write(task.kind()),
                    task.loss().name(),
                    task.weight(),
                    task.flips());
        }
    }

    private static void writeSettings(Connection connection, List<Setting> settings) throws SQLException {
        for (int position = 0; position < settings.size(); position++) {
            Setting setting = settings.get(position);
            Schedule schedule = setting.schedule();
            Rows.insert(
                    connection,
                    "INSERT INTO setting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    position,
                    setting.name(),
                    setting.depth().id(),
                    setting.share().toString(),
                    setting.inputSize(),
                    schedule.epochs(),
                    schedule.batch(),
                    schedule.learningRate(),
                    schedule.decay().name(),
                    schedule.warmup(),
                    schedule.momentum(),
                    schedule.weightDecay(),
                    schedule.clipNorm());
        }
    }

    /** There may be many, so that they share one statement. */
    private static void writeNetworks(Connection connection, Study study) throws SQLException {
        List<String> ids = study.taskIds();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO network VALUES (?, ?)")) {
            for (int position = 0; position < study.networks().size(); position++) {
                insert.setInt(1, position);
                insert.setString(2, study.networks().get(position).key(ids));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void writeGroupings(Connection connection, Study study) throws SQLException {
        List<String> ids = study.taskIds();
        for (int position = 0; position < study.groupings().size(); position++) {
            Grouping grouping = study.groupings().get(position);
            Rows.insert(connection, "INSERT INTO grouping VALUES (?, ?)", position, grouping.name());
            for (int member = 0; member < grouping.members().size(); member++) {
                Rows.insert(
                        connection,
                        "INSERT INTO grouping_member VALUES (?, ?, ?, ?)",
                        position,
                        member,
                        grouping.members().get(member).network().key(ids),
                        grouping.members().get(member).trainOnly().join(ids));
            }
        }
    }

    /** @throws Damage if what is there is not what was written */
    static Study read(Connection connection, Path path) throws SQLException {
        return Damage.noticed(path, () -> readStudy(connection, path));
    }

    private static Study readStudy(Connection connection, Path path) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM study")) {
            if (!row.next()) {
                throw new Damage(path, "its design is missing");
            }
            List<Task> tasks = readTasks(connection);
            List<String> ids = tasks.stream().map(Task::id).toList();
            Study study = new Study(
                    row.getString("name"),
                    new DatasetReference(row.getString("layout"), row.getString("location")),
                    tasks,
                    readSettings(connection),
                    row.getInt("seeds"),
                    readNetworks(connection, ids),
                    readGroupings(connection, ids),
                    Budget.parse(row.getString("budget")));
            if (!checksum(study).equals(row.getString("checksum"))) {
                throw new Damage(path, "its design is not what was saved");
            }
            return study;
        }
    }

    private static List<Task> readTasks(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                "SELECT * FROM task ORDER BY position",
                row -> new Task(
                        row.getString("id"),
                        row.getString("name"),
                        TaskKindText.read(row.getString("kind")),
                        LossFunction.valueOf(row.getString("loss")),
                        row.getDouble("weight"),
                        row.getInt("flips") != 0));
    }

    private static List<Setting> readSettings(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                "SELECT * FROM setting ORDER BY position",
                row -> new Setting(
                        row.getString("name"),
                        EncoderDepth.parse(row.getString("depth")),
                        Fraction.parse(row.getString("share")),
                        row.getInt("input_size"),
                        new Schedule(
                                row.getInt("epochs"),
                                row.getInt("batch"),
                                row.getDouble("learning_rate"),
                                Schedule.Decay.valueOf(row.getString("decay")),
                                row.getDouble("warmup"),
                                row.getDouble("momentum"),
                                row.getDouble("weight_decay"),
                                row.getDouble("clip_norm"))));
    }

    private static List<Network> readNetworks(Connection connection, List<String> ids) throws SQLException {
        return Rows.query(
                connection,
                "SELECT key FROM network ORDER BY position",
                row -> Network.parse(row.getString("key"), ids));
    }

    private static List<Grouping> readGroupings(Connection connection, List<String> ids) throws SQLException {
        record Named(int position, String name) {}
        List<Named> names = Rows.query(
                connection,
                "SELECT * FROM grouping ORDER BY position",
                row -> new Named(row.getInt("position"), row.getString("name")));
        List<Grouping> groupings = new ArrayList<>();
        for (Named named : names) {
            groupings.add(new Grouping(
                    named.name,
                    Rows.query(
                            connection,
                            "SELECT * FROM grouping_member WHERE grouping = ? ORDER BY position",
                            row -> readMember(row, ids),
                            named.position)));
        }
        return groupings;
    }

    private static Grouping.Member readMember(ResultSet row, List<String> ids) throws SQLException {
        String trainOnly = row.getString("train_only");
        return new Grouping.Member(
                Network.parse(row.getString("network"), ids),
                trainOnly.isEmpty() ? TaskSet.EMPTY : Network.parseTasks(trainOnly, ids));
    }

    private static String checksum(Study study) {
        Checksum sum = new Checksum();
        sum.add(study.name(), study.dataset().layout(), study.dataset().location());
        sum.add(study.seeds(), study.budget().snt());
        for (Task task : study.tasks()) {
            sum.add(task.id(), task.name(), TaskKindText.write(task.kind()));
            sum.add(task.loss(), task.weight(), task.flips());
        }
        for (Setting setting : study.settings()) {
            Schedule schedule = setting.schedule();
            sum.add(setting.name(), setting.depth().id(), setting.share(), setting.inputSize());
            sum.add(schedule.epochs(), schedule.batch(), schedule.learningRate(), schedule.decay());
            sum.add(schedule.warmup(), schedule.momentum(), schedule.weightDecay(), schedule.clipNorm());
        }
        List<String> ids = study.taskIds();
        study.networks().forEach(network -> sum.add(network.key(ids)));
        for (Grouping grouping : study.groupings()) {
            sum.add(grouping.name(), grouping.members().size());
            grouping.members()
                    .forEach(member -> sum.add(
                            member.network().key(ids), member.trainOnly().join(ids)));
        }
        return sum.hex();
    }
}
