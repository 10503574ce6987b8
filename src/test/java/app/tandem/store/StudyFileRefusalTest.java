package app.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tandem.run.RunKey;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no sound study of this version is refused with a clear message, and left as it was to the last byte. */
class StudyFileRefusalTest {

    @TempDir
    Path folder;

    private final Study study = ExampleStudy.create();

    @Test
    void anEmptyFileIsNoStudy() throws IOException {
        assertRefused(new byte[0], "empty (0 bytes)");
    }

    @Test
    void aTextIsNoStudy() throws IOException {
        assertRefused("SQLite format 3? no".repeat(20).getBytes(StandardCharsets.UTF_8), "not a Tandem study");
    }

    @Test
    void anotherProgramsDatabaseIsNoStudy() throws IOException, SQLException {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
        }
        assertRefused(Files.readAllBytes(other), "another program");
    }

    @Test
    void aNewerStudyIsRefused() throws IOException {
        byte[] bytes = soundFile();
        ByteBuffer.wrap(bytes).putInt(60, 99);
        assertRefused(bytes, "newer Tandem (format 99");
    }

    @Test
    void aTruncatedStudyIsRefused() throws IOException {
        byte[] bytes = soundFile();
        assertRefused(java.util.Arrays.copyOf(bytes, bytes.length / 2), "damaged");
    }

    @Test
    void aChangedValueIsNoticed() throws IOException {
        byte[] bytes = soundFile();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("Normals");
        bytes[at] = 'X';
        assertRefused(bytes, "damaged");
    }

    @Test
    void anEpochThatCannotBeReadIsToldAsDamage() throws SQLException {
        Path path = folder.resolve("epochs.tandem");
        RunKey run = ExampleStudy.key(study, 1, 0);
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordEpoch(run, new EpochLosses(1, Map.of(), Map.of("depth", 0.25)));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            Rows.insert(connection, "UPDATE epoch_losses SET losses = ? WHERE split = 'val'", "[0.25");
        }

        try (StudyFile file = StudyFile.open(path)) {
            assertThatThrownBy(() -> file.epochs(run))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void anOlderResultThatIsNotWhatWasRecordedIsNotCarriedOver() throws IOException, SQLException {
        Path path = folder.resolve("old.tandem");
        try (InputStream golden = StudyFileRefusalTest.class.getResourceAsStream("format-5.tandem")) {
            Files.copy(Objects.requireNonNull(golden), path);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            Rows.insert(connection, "UPDATE result_loss SET loss = 0.125 WHERE measure = 'test'");
        }

        assertThatThrownBy(() -> StudyFile.open(path))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is not what was recorded");
        assertThat(FileHeader.check(path, Schema.current()).userVersion()).isEqualTo(5);
    }

    @Test
    void damageAnywhereIsRefusedClearlyOrHarmless() throws IOException {
        byte[] sound = soundFile();
        Random random = new Random(7);
        for (int trial = 0; trial < 60; trial++) {
            byte[] bytes = sound.clone();
            for (int i = 0; i < 40; i++) {
                bytes[100 + random.nextInt(bytes.length - 100)] = (byte) random.nextInt(256);
            }
            Path path = folder.resolve("damaged-" + trial + ".tandem");
            Files.write(path, bytes);
            try (StudyFile file = StudyFile.open(path)) {
                assertThat(file.study()).isEqualTo(study);
                assertThat(file.lossTable("small")).isNotNull();
            } catch (UserException e) {
                assertThat(e).hasMessageContaining(path.toString());
            }
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.tandem");

        assertThatThrownBy(() -> StudyFile.open(missing))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("no such file");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFullDiskLosesNothing() {
        Path path = folder.resolve("full.tandem");
        StudyFile.create(path, study).close();
        try (Database database = Database.open(path, Database.Access.WRITE)) {
            database.outsideTransaction("PRAGMA max_page_count = 1");

            assertThatThrownBy(() -> database.write(Database.Durability.EDIT, connection -> {
                        DesignTables.write(connection, study.withName("x".repeat(100_000)));
                        return study;
                    }))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("disk is full");

            assertThat(database.<Study>read(c -> DesignTables.read(c, path))).isEqualTo(study);
            database.write(Database.Durability.EDIT, connection -> {
                DesignTables.write(connection, study.withName("small again"));
                return study;
            });
        }
        try (StudyFile file = StudyFile.open(path)) {
            assertThat(file.study().name()).isEqualTo("small again");
        }
    }

    @Test
    void anOlderStudyIsMigratedAfterABackup() throws IOException {
        Path path = folder.resolve("old.tandem");
        StudyFile.create(path, study).close();
        Schema current = Schema.current();
        Schema next = next(current, "CREATE TABLE note (text TEXT NOT NULL) STRICT");

        try (StudyFile file = StudyFile.open(path, next, InstantSource.system());
                Stream<Path> backups = Files.list(Backups.folder(path))) {
            assertThat(file.study()).isEqualTo(study);
            assertThat(backups).hasSize(1).allSatisfy(b -> assertThat(
                            FileHeader.check(b, current).userVersion())
                    .isEqualTo(current.version()));
            assertThat(FileHeader.check(path, next).userVersion()).isEqualTo(next.version());
        }
    }

    @Test
    void aMigrationThatAPowerCutLeftInTheLogIsNotMadeAgain() throws IOException {
        Path path = folder.resolve("old.tandem");
        StudyFile.create(path, study).close();
        Schema next = next(Schema.current(), "CREATE TABLE note (text TEXT NOT NULL) STRICT");
        Path left = Files.createDirectory(folder.resolve("left")).resolve("old.tandem");
        try (Database database = Database.open(path, Database.Access.WRITE)) {
            database.write(Database.Durability.EDIT, connection -> {
                next.migrate(connection, Schema.current().version(), path);
                return next;
            });
            for (String suffix : List.of("", "-wal")) {
                Files.copy(folder.resolve("old.tandem" + suffix), left.resolveSibling("old.tandem" + suffix));
            }
        }
        assertThatThrownBy(() -> StudyFile.open(left))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("newer Tandem");
        assertThatThrownBy(() -> StudyFile.openReadOnly(left))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("newer Tandem");

        try (StudyFile file = StudyFile.open(left, next, InstantSource.system())) {
            assertThat(file.study()).isEqualTo(study);
        }
        assertThat(Backups.folder(left)).doesNotExist();
    }

    @Test
    void aFailedMigrationLeavesTheStudyAsItWas() {
        Path path = folder.resolve("old.tandem");
        StudyFile.create(path, study).close();
        Schema broken = next(Schema.current(), "CREATE TABLE note (a TEXT) STRICT; CREATE NONSENSE");

        assertThatThrownBy(() -> StudyFile.open(path, broken, InstantSource.system()))
                .isInstanceOf(UserException.class);

        try (StudyFile file = StudyFile.open(path)) {
            assertThat(file.study()).isEqualTo(study);
        }
    }

    /** The version after the current one, which a migration leads to. */
    private static Schema next(Schema current, String migration) {
        List<Migration> migrations = new ArrayList<>(current.migrations());
        migrations.add(Migration.sql(migration));
        return new Schema(current.version() + 1, current.definition(), migrations);
    }

    private byte[] soundFile() throws IOException {
        Path path = folder.resolve("sound.tandem");
        try (StudyFile file = StudyFile.create(path, study)) {
            file.recordResult(ExampleStudy.key(study, 1, 0), ExampleStudy.finished(study, 1, 0, 1));
        }
        return Files.readAllBytes(path);
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path path = Files.createDirectory(folder.resolve("alone")).resolve("bad.tandem");
        Files.write(path, bytes);

        for (boolean write : new boolean[] {true, false}) {
            assertThatThrownBy(() -> {
                        try (StudyFile file = write ? StudyFile.open(path) : StudyFile.openReadOnly(path)) {
                            file.study();
                        }
                    })
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining(message);
            assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
        }
    }
}
