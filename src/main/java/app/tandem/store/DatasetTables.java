package app.tandem.store;

import app.tandem.data.DatasetHash;
import app.tandem.study.DatasetReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What datasets held when they were last decoded: place 0 is the images, 1 and on the labels of each task. */
final class DatasetTables {

    private DatasetTables() {}

    static void write(Connection connection, DatasetReference dataset, int inputSize, DatasetHash hash)
            throws SQLException {
        Rows.insert(
                connection,
                "DELETE FROM dataset_part WHERE layout = ? AND location = ? AND input_size = ?",
                dataset.layout(),
                dataset.location(),
                inputSize);
        writePart(connection, dataset, inputSize, 0, "", hash.images());
        int position = 1;
        for (Map.Entry<String, String> labels : hash.labels().entrySet()) {
            writePart(connection, dataset, inputSize, position++, labels.getKey(), labels.getValue());
        }
    }

    private static void writePart(
            Connection connection, DatasetReference dataset, int inputSize, int position, String task, String hash)
            throws SQLException {
        Rows.insert(
                connection,
                "INSERT INTO dataset_part VALUES (?, ?, ?, ?, ?, ?)",
                dataset.layout(),
                dataset.location(),
                inputSize,
                position,
                task,
                hash);
    }

    /** By input size; without those at which it was never decoded. */
    static Map<Integer, DatasetHash> read(Connection connection, DatasetReference dataset) throws SQLException {
        record Part(int inputSize, int position, String task, String hash) {}
        Map<Integer, String> images = new HashMap<>();
        Map<Integer, Map<String, String>> labels = new HashMap<>();
        for (Part part : Rows.query(
                connection,
                "SELECT input_size, position, task, hash FROM dataset_part WHERE layout = ? AND location = ?"
                        + " ORDER BY input_size, position",
                row -> new Part(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)),
                dataset.layout(),
                dataset.location())) {
            if (part.position == 0) {
                images.put(part.inputSize, part.hash);
            } else {
                labels.computeIfAbsent(part.inputSize, ignored -> new LinkedHashMap<>())
                        .put(part.task, part.hash);
            }
        }
        Map<Integer, DatasetHash> hashes = new HashMap<>();
        images.forEach((inputSize, hash) ->
                hashes.put(inputSize, new DatasetHash(hash, labels.getOrDefault(inputSize, Map.of()))));
        return hashes;
    }
}
