package app.tandem.run;

import app.tandem.data.DatasetCache;
import app.tandem.study.UserException;
import app.tandem.training.CachedTrainingData;
import app.tandem.training.ComputeDevice;
import app.tandem.training.Devices;
import app.tandem.training.EpochLosses;
import app.tandem.training.JointAffinities;
import app.tandem.training.Trainer;
import app.tandem.training.TrainingListener;
import app.tandem.training.TrainingOutcome;
import app.tandem.training.TrainingRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains with Tandem's own trainer. */
final class EngineTraining implements Training {

    @Override
    public Outcome train(Job job, Device device, Path checkpoint, Observer observer) {
        DatasetCache cache = DatasetCache.open(job.datasetCache());
        if (!job.isOf(cache.contentHash())) {
            throw new UserException(
                    "The dataset is not the one the run was planned with",
                    job.datasetCache().toString(),
                    "Start the training again, so that it is planned anew");
        }
        TrainingRequest request = new TrainingRequest(
                job.tasks(),
                job.network(),
                job.setting(),
                job.seed(),
                ComputeDevice.parse(device.toString()),
                job.affinityEvery());
        TrainingOutcome outcome =
                Trainer.train(request, new CachedTrainingData(cache), Optional.of(checkpoint), new Relay(observer));
        if (outcome instanceof TrainingOutcome.Finished finished) {
            return new Outcome.Finished(
                    finished.reportedEpoch(),
                    finished.losses(),
                    finished.imagesPerSecond(),
                    finished.encoderMultiplyAdds() + finished.headMultiplyAdds());
        } else if (outcome instanceof TrainingOutcome.Diverged diverged) {
            return new Outcome.Diverged(diverged.step(), diverged.remedies());
        }
        return new Outcome.Stopped();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("engine", Devices.engineVersion());
    }

    @Override
    public long gpuBytes(Device device) {
        return Devices.bytesInUse(ComputeDevice.parse(device.toString()));
    }

    /** The trainer writes an epoch's checkpoint after telling the epoch, and before asking whether to stop. */
    private static final class Relay implements TrainingListener {

        private final Observer observer;
        private int unconfirmed;

        Relay(Observer observer) {
            this.observer = observer;
        }

        @Override
        public void onStart(int doneEpochs, long totalSteps, long encoderMultiplyAdds, long headMultiplyAdds) {
            observer.started(doneEpochs, totalSteps, encoderMultiplyAdds + headMultiplyAdds);
        }

        @Override
        public void onStep(long step, double imagesPerSecond) {
            observer.stepped(step, imagesPerSecond);
        }

        @Override
        public void onEpoch(EpochLosses losses) {
            observer.epochEnded(losses);
            unconfirmed = losses.epoch();
        }

        @Override
        public void onAffinities(JointAffinities affinities) {
            observer.affinitiesMeasured(affinities);
        }

        @Override
        public boolean shouldStop() {
            if (unconfirmed > 0) {
                observer.checkpointed(unconfirmed);
                unconfirmed = 0;
            }
            return observer.shouldStop();
        }
    }
}
