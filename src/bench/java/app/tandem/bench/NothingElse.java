package app.tandem.bench;

import app.tandem.study.Study;
import app.tandem.workbench.common.StudyOpener;
import app.tandem.workbench.common.StudySession;
import java.nio.file.Path;
import java.util.Set;

/** Opens no study but the one that a benchmark is about. */
class NothingElse implements StudyOpener {

    @Override
    public StudySession open(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StudySession create(Path file, Study design) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StudySession openLosses(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StudySession openSample(Sample sample) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Sample> begunSamples() {
        return Set.of();
    }
}
