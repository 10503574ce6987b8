package app.tandem.store;

import app.tandem.store.StoredSuggestion.Choice;
import app.tandem.store.StoredSuggestion.ServedTask;
import app.tandem.store.StoredSuggestion.ServingNetwork;
import app.tandem.study.Budget;
import app.tandem.study.Cost;
import app.tandem.study.Fraction;
import app.tandem.study.Split;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Suggestions in their tables: place 0 is what was suggested, 1 and on the runners-up. */
final class SuggestionTables {

    private SuggestionTables() {}

    static void write(Connection connection, StoredSuggestion suggestion) throws SQLException {
        Object[] key = {
            suggestion.setting(),
            suggestion.method(),
            suggestion.split().id(),
            suggestion.budget().snt().toString()
        };
        String which = " WHERE setting = ? AND method = ? AND split = ? AND budget = ?";
        Rows.insert(connection, "DELETE FROM suggestion" + which, key);
        Rows.insert(
                connection,
                "INSERT INTO suggestion (setting, method, split, budget, table_hash, made) VALUES (?, ?, ?, ?, ?, ?)",
                key[0],
                key[1],
                key[2],
                key[3],
                suggestion.tableHash(),
                suggestion.made().toString());
        long id = Rows.query(connection, "SELECT id FROM suggestion" + which, row -> row.getLong(1), key)
                .get(0);
        writeChoice(connection, id, 0, suggestion.best());
        for (int place = 1; place <= suggestion.runnerUps().size(); place++) {
            writeChoice(connection, id, place, suggestion.runnerUps().get(place - 1));
        }
    }

    private static void writeChoice(Connection connection, long id, int place, Choice choice) throws SQLException {
        Rows.insert(
                connection,
                "INSERT INTO suggestion_choice VALUES (?, ?, ?, ?, ?)",
                id,
                place,
                choice.cost().snt().toString(),
                choice.validationLoss(),
                orNull(choice.testLoss()));
        for (int position = 0; position < choice.networks().size(); position++) {
            ServingNetwork network = choice.networks().get(position);
            String insert = "INSERT INTO suggestion_network VALUES (?, ?, ?, ?)";
            Rows.insert(connection, insert, id, place, position, network.network());
            for (int nr = 0; nr < network.serves().size(); nr++) {
                ServedTask served = network.serves().get(nr);
                Rows.insert(
                        connection,
                        "INSERT INTO suggestion_served VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        place,
                        position,
                        nr,
                        served.task(),
                        served.validationLoss(),
                        orNull(served.testLoss()));
            }
        }
    }

    /** @throws Damage if a suggestion is not what was saved */
    static List<StoredSuggestion> read(Connection connection, Path path) throws SQLException {
        return Damage.noticed(path, () -> readAll(connection, path));
    }

    private static List<StoredSuggestion> readAll(Connection connection, Path path) throws SQLException {
        List<StoredSuggestion> suggestions = new ArrayList<>();
        record Head(long id, StoredSuggestion suggestion) {}
        for (Head head : Rows.query(
                connection,
                "SELECT * FROM suggestion ORDER BY made DESC, id DESC",
                row -> new Head(row.getLong("id"), readHead(row, path)))) {
            List<Choice> choices = readChoices(connection, head.id);
            if (choices.isEmpty()) {
                throw new Damage(path, "a suggestion has no grouping");
            }
            StoredSuggestion bare = head.suggestion;
            suggestions.add(new StoredSuggestion(
                    bare.setting(),
                    bare.method(),
                    bare.split(),
                    bare.budget(),
                    choices.get(0),
                    choices.subList(1, choices.size()),
                    bare.tableHash(),
                    bare.made()));
        }
        return suggestions;
    }

    private static StoredSuggestion readHead(ResultSet row, Path path) throws SQLException {
        String id = row.getString("split");
        Split split = Arrays.stream(Split.values())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Damage(path, "the split ‘" + id + "’ is unknown"));
        return new StoredSuggestion(
                row.getString("setting"),
                row.getString("method"),
                split,
                Budget.parse(row.getString("budget")),
                new Choice(List.of(), Cost.ZERO, Double.NaN, OptionalDouble.empty()),
                List.of(),
                row.getString("table_hash"),
                Instant.parse(row.getString("made")));
    }

    private static List<Choice> readChoices(Connection connection, long id) throws SQLException {
        record Head(int place, Cost cost, double validation, OptionalDouble test) {}
        List<Choice> choices = new ArrayList<>();
        for (Head head : Rows.query(
                connection,
                "SELECT * FROM suggestion_choice WHERE suggestion = ? ORDER BY place",
                row -> new Head(
                        row.getInt("place"),
                        new Cost(Fraction.parse(row.getString("cost"))),
                        row.getDouble("validation_loss"),
                        orEmpty(row, "test_loss")),
                id)) {
            List<ServingNetwork> networks = new ArrayList<>();
            for (String network : Rows.query(
                    connection,
                    "SELECT network FROM suggestion_network WHERE suggestion = ? AND place = ? ORDER BY position",
                    row -> row.getString(1),
                    id,
                    head.place)) {
                networks.add(new ServingNetwork(network, readServed(connection, id, head.place, networks.size())));
            }
            choices.add(new Choice(networks, head.cost, head.validation, head.test));
        }
        return choices;
    }

    private static List<ServedTask> readServed(Connection connection, long id, int place, int position)
            throws SQLException {
        return Rows.query(
                connection,
                "SELECT * FROM suggestion_served WHERE suggestion = ? AND place = ? AND position = ? ORDER BY nr",
                row -> new ServedTask(
                        row.getString("task"), row.getDouble("validation_loss"), orEmpty(row, "test_loss")),
                id,
                place,
                position);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble orEmpty(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
