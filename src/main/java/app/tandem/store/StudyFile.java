package app.tandem.store;

import app.tandem.data.DatasetHash;
import app.tandem.loss.LossTable;
import app.tandem.run.RunKey;
import app.tandem.run.RunResult;
import app.tandem.run.RunStop;
import app.tandem.store.Database.Access;
import app.tandem.store.Database.Durability;
import app.tandem.study.DatasetReference;
import app.tandem.study.Setting;
import app.tandem.study.Study;
import app.tandem.study.UserException;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A study in one SQLite file, {@code NAME.tandem}. One process writes; any number read. Safe for several threads.
 * Whatever fails is a {@link UserException} that says what to do; nothing is ever half-written.
 *
 * <p>Results are kept by network key, setting and seed: a task or network that is taken out of the design and put back
 * has its results again.
 */
public final class StudyFile implements AutoCloseable {

    /** How study files are called. */
    public static final String SUFFIX = ".tandem";

    private final Path path;
    private final Database database;
    private final InstantSource clock;
    private final FileContents contents;

    private StudyFile(Path path, Database database, InstantSource clock, FileContents contents) {
        this.path = path;
        this.database = database;
        this.clock = clock;
        this.contents = contents;
    }

    /**
     * A new file with this design. It is made under another name and then moved, so that it is there whole or not at
     * all.
     *
     * @throws UserException if there is a file of that name, or it cannot be written
     */
    public static StudyFile create(Path path, Study study) {
        return create(path, study, Map.of());
    }

    /** The same with results that were measured elsewhere. */
    public static StudyFile create(Path path, Study study, Map<RunKey, RunResult> results) {
        NewStudyFile.write(path.toAbsolutePath(), study, results);
        return open(path);
    }

    /** @throws UserException if there is a file of that name */
    public static void requireFree(Path path) {
        if (Files.exists(path)) {
            throw new UserException(
                    "There is such a file already", path.toString(), "Choose another name, or open that study");
        }
    }

    /**
     * Looks at a file's first bytes without opening or changing anything.
     *
     * @throws UserException if it is missing, no study, or from a newer Tandem
     */
    public static void requireStudy(Path path) {
        FileHeader.check(path.toAbsolutePath(), Schema.current());
    }

    /** The folder of a study's runs, {@code NAME.runs} beside the file; it need not exist. */
    public static Path runsFolder(Path study) {
        return study.toAbsolutePath().resolveSibling(stem(study) + ".runs");
    }

    /**
     * Opens a study to write, bringing an older file up to date after a backup.
     *
     * @throws UserException if it is missing, damaged, newer, or no study; the file is then as it was
     */
    public static StudyFile open(Path path) {
        return open(path, Schema.current(), InstantSource.system());
    }

    static StudyFile open(Path path, Schema schema, InstantSource clock) {
        Path file = path.toAbsolutePath();
        FileHeader.check(file, schema);
        FileHeader header;
        Study study;
        try (Database check = Database.open(file, Database.hasLog(file) ? Access.READ : Access.READ_ALONE)) {
            header = FileHeader.of(file, check, schema);
            String answer = check.single("PRAGMA quick_check(1)");
            if (!answer.equals("ok")) {
                throw new Damage(file, answer);
            }
            study = check.read(connection -> DesignTables.read(connection, file));
        }
        Database database = Database.open(file, Access.WRITE);
        if (header.userVersion() < schema.version()) {
            migrate(file, database, header.userVersion(), schema, clock);
        }
        FileContents contents = new FileContents(file);
        try {
            database.read(connection -> contents.begin(connection, study));
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
        return new StudyFile(file, database, clock, contents);
    }

    private static void migrate(Path file, Database database, int from, Schema schema, InstantSource clock) {
        try {
            Path backup = Backups.copy(file, database, clock.instant());
            try {
                database.write(Durability.EDIT, connection -> {
                    schema.migrate(connection, from, file);
                    return schema;
                });
            } catch (RuntimeException | Error e) {
                // The file is as it was; opened again and again, its copies would drive out all older ones.
                Backups.drop(backup);
                throw e;
            }
            Backups.prune(file);
            shrink(file, database);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** What was written anew leaves its old place in the file empty; without room to move the rest it stays so. */
    private static void shrink(Path file, Database database) {
        try {
            database.outsideTransaction("VACUUM");
            database.outsideTransaction("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (UserException e) {
            System.getLogger(StudyFile.class.getName()).log(System.Logger.Level.WARNING, "Shrinking " + file, e);
        }
    }

    /**
     * Opens a study to read, also while another process writes it. One of an older format, and one in a folder that cannot be
     * written, is read as it is now: later changes are not seen.
     *
     * @throws UserException if it is missing, damaged, newer, or no study
     */
    public static StudyFile openReadOnly(Path path) {
        Path file = path.toAbsolutePath();
        return new StudyFile(
                file, ReadOpening.open(file, Schema.current()), InstantSource.system(), new FileContents(file));
    }

    public Path path() {
        return path;
    }

    public Path runsFolder() {
        return runsFolder(path);
    }

    public Study study() {
        return database.read(contents::study);
    }

    /** Saves the whole design; what was measured stays. */
    public void save(Study study) {
        database.write(Durability.EDIT, connection -> {
            contents.designChanges();
            DesignTables.write(connection, study);
            return study;
        });
    }

    /**
     * Records what a dataset holds at an input size; results of the study that were trained on something else count no
     * more. Does nothing where that is known already.
     *
     * @return whether it is new
     */
    public boolean recordDataset(DatasetReference dataset, int inputSize, DatasetHash hash) {
        boolean known = database.read(connection ->
                hash.equals(DatasetTables.read(connection, dataset).get(inputSize)));
        if (!known) {
            database.write(Durability.EDIT, connection -> {
                contents.dataChange();
                DatasetTables.write(connection, dataset, inputSize, hash);
                return hash;
            });
        }
        return !known;
    }

    /** Records an epoch of a run. It replaces the same epoch and all later ones, which a run that starts again lacks. */
    public void recordEpoch(RunKey key, EpochLosses losses) {
        database.write(Durability.METRICS, connection -> {
            // Of a run that is known, only its epochs change, which are not kept; thousands of runs are not read anew
            // for them.
            if (!RunTables.isKnown(connection, key)) {
                contents.runsChange();
            }
            RunTables.writeEpoch(connection, key, losses, clock.instant());
            return losses;
        });
    }

    /** Records the affinities of a joint run as measured so far, in the place of what was recorded of it before. */
    public void recordAffinities(RunKey key, JointAffinities affinities) {
        database.write(Durability.METRICS, connection -> {
            AffinityTables.write(connection, key, affinities);
            return affinities;
        });
    }

    /**
     * The affinities between all tasks by seed, of joint runs that have ended and belong to the design and its data as they
     * are.
     *
     * @throws UserException if there is no such setting
     */
    public SortedMap<Integer, JointAffinities> affinities(String setting) {
        return database.read(connection -> {
            Study study = contents.study(connection);
            String joint = study.jointNetwork().key(study.taskIds());
            SortedMap<Integer, JointAffinities> bySeed = new TreeMap<>();
            for (StoredRun run : contents.storedRuns(connection)) {
                if (run.key().network().equals(joint)
                        && run.key().setting().equals(study.setting(setting).name())
                        && run.result().orElse(null) instanceof RunResult.Finished
                        && run.counts()) {
                    AffinityTables.read(connection, run.key(), study.taskIds())
                            .ifPresent(measured -> bySeed.put(run.key().seed(), measured));
                }
            }
            return bySeed;
        });
    }

    /** Records how a run ended; another result for the same run is replaced. */
    public void recordResult(RunKey key, RunResult result) {
        database.write(Durability.METRICS, connection -> {
            contents.runsChange();
            RunTables.writeResult(connection, key, result, clock.instant());
            StopTables.forget(connection, key);
            return result;
        });
    }

    /** Forgets a run and its epochs. */
    public void forget(RunKey key) {
        database.write(Durability.EDIT, connection -> {
            contents.runsChange();
            RunTables.forget(connection, key);
            return key;
        });
    }

    /** Keeps which runs are trained before all others, in place of what was kept before. */
    public void saveOrder(List<RunKey> order) {
        database.write(Durability.EDIT, connection -> {
            OrderTables.write(connection, order);
            return order;
        });
    }

    /** The runs that are trained before all others, in their order. */
    public List<RunKey> order() {
        return database.read(OrderTables::read);
    }

    /** Keeps which runs the user has stopped, in place of what was kept before. */
    public void saveStops(Map<RunKey, RunStop> stops) {
        database.write(Durability.EDIT, connection -> {
            StopTables.write(connection, stops);
            return stops;
        });
    }

    /** The runs that the user has stopped and that have not ended since. */
    public Map<RunKey, RunStop> stops() {
        return database.read(StopTables::read);
    }

    /** Keeps a guided training in the place of the one that was kept before. */
    public void saveGuidance(StoredGuidance guidance) {
        database.write(Durability.EDIT, connection -> {
            GuidanceTables.write(connection, guidance);
            return guidance;
        });
    }

    /** Forgets the guided training; what it trained stays. */
    public void forgetGuidance() {
        database.write(Durability.EDIT, connection -> {
            GuidanceTables.forget(connection);
            return path;
        });
    }

    /** The guided training of the study; empty where there is none. */
    public Optional<StoredGuidance> guidance() {
        return database.read(GuidanceTables::read);
    }

    /** All runs in the order in which they were first recorded. */
    public List<StoredRun> runs() {
        return database.read(contents::storedRuns);
    }

    /** The same as if the study were this one, which is not saved: which results would count then. */
    public List<StoredRun> runs(Study design) {
        return database.read(connection -> contents.storedRuns(connection, design));
    }

    /** The epochs of a run by number. */
    public SortedMap<Integer, EpochLosses> epochs(RunKey key) {
        return database.read(connection -> RunTables.readEpochs(connection, key, path));
    }

    /**
     * The losses of the finished runs of one setting, as far as they belong to the design and its data as they are: the candidate
     * networks in the study's order, then other networks of the study's tasks that were trained.
     *
     * @throws UserException if there is no such setting
     */
    public LossTable lossTable(String setting) {
        return database.read(connection -> contents.lossTable(connection, setting));
    }

    /** Saves a suggestion in the place of an earlier one for the same setting, method, split and budget. */
    public void saveSuggestion(StoredSuggestion suggestion) {
        database.write(Durability.EDIT, connection -> {
            SuggestionTables.write(connection, suggestion);
            return suggestion;
        });
    }

    /** A suggestion, and whether the losses have changed since it was made. */
    public record DatedSuggestion(StoredSuggestion suggestion, boolean outOfDate) {}

    /** All suggestions, the latest first. */
    public List<DatedSuggestion> suggestions() {
        return database.read(connection -> {
            List<StoredSuggestion> suggestions = SuggestionTables.read(connection, path);
            Map<String, LossTable> tables = new HashMap<>();
            for (Setting setting : contents.study(connection).settings()) {
                if (suggestions.stream().anyMatch(one -> one.setting().equals(setting.name()))) {
                    tables.put(setting.name(), contents.lossTable(connection, setting.name()));
                }
            }
            return suggestions.stream()
                    .map(suggestion -> new DatedSuggestion(suggestion, isOutOfDate(suggestion, tables)))
                    .toList();
        });
    }

    private static boolean isOutOfDate(StoredSuggestion suggestion, Map<String, LossTable> tables) {
        return Optional.ofNullable(tables.get(suggestion.setting()))
                .map(suggestion::isOutOfDate)
                .orElse(true);
    }

    /** Copies the file as it is now into {@code NAME.backups} beside it; the last 10 are kept. */
    public Path backUp() {
        return Backups.make(path, database, clock.instant());
    }

    @Override
    public void close() {
        database.close();
    }

    static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
