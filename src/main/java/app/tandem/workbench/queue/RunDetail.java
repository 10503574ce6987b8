package app.tandem.workbench.queue;

import app.tandem.run.RunKey;
import app.tandem.study.Network;
import app.tandem.training.EpochLosses;
import java.util.List;
import java.util.Map;

/**
 * What is shown of the selected run.
 *
 * @param epochs finished epochs, in order
 * @param baselines task id → validation loss of the half-size single-task network of the same setting, where measured
 * @param log the last lines of its log, oldest first
 */
public record RunDetail(
        RunKey key, Network network, List<EpochLosses> epochs, Map<String, Double> baselines, List<String> log) {}
