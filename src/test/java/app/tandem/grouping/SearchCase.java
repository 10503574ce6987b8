package app.tandem.grouping;

import app.tandem.loss.LossTable;
import app.tandem.loss.Measure;
import app.tandem.study.EncoderSize;
import app.tandem.study.Fraction;
import app.tandem.study.Network;
import app.tandem.study.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A small search whose losses are tenths, so that it can be searched in whole numbers too.
 *
 * @param weights of the tasks
 * @param candidates in the pool's order
 */
record SearchCase(List<Integer> weights, List<Candidate> candidates) {

    /**
     * @param losses one for each task of the study, in tenths; empty where there is none
     */
    record Candidate(TaskSet tasks, Fraction size, List<Optional<Integer>> losses) {
        Network network() {
            return Network.of(tasks, new EncoderSize(size));
        }

        boolean hasLoss(int task) {
            return tasks.contains(task) && losses.get(task).isPresent();
        }

        boolean hasAllLosses() {
            return tasks.stream().allMatch(this::hasLoss);
        }
    }

    /** What orders groupings; the loss in tenths. */
    record Found(long loss, Fraction cost, List<Integer> candidates, List<Integer> servers)
            implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            if (loss != other.loss) {
                return Long.compare(loss, other.loss);
            }
            if (cost.compareTo(other.cost) != 0) {
                return cost.compareTo(other.cost);
            }
            if (candidates.size() != other.candidates.size()) {
                return Integer.compare(candidates.size(), other.candidates.size());
            }
            for (int i = 0; i < candidates.size(); i++) {
                int order = candidates.get(i).compareTo(other.candidates.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    LossTable table() {
        List<String> ids = IntStream.range(0, weights.size())
                .mapToObj(task -> "task" + task)
                .toList();
        LossTable.Builder builder = LossTable.builder(
                "only", ids, weights.stream().map(Integer::doubleValue).toList());
        for (Candidate candidate : candidates) {
            builder.network(candidate.network());
            for (int task : candidate.tasks()) {
                if (candidate.hasLoss(task)) {
                    double loss = candidate.losses().get(task).orElseThrow() / 10.0;
                    builder.add(candidate.network(), 1, Measure.VALIDATION, task, loss);
                }
            }
        }
        return builder.build();
    }

    /** Every set of networks in which every task is served and every network serves a task, best first. */
    List<Found> everyGrouping(boolean partition) {
        return IntStream.range(0, 1 << candidates.size())
                .mapToObj(bits -> IntStream.range(0, candidates.size())
                        .filter(i -> (bits >>> i & 1) != 0)
                        .boxed()
                        .toList())
                .filter(chosen -> !partition || isPartition(chosen))
                .flatMap(chosen -> found(chosen).stream())
                .sorted()
                .toList();
    }

    private boolean isPartition(List<Integer> chosen) {
        int trained =
                chosen.stream().mapToInt(i -> candidates.get(i).tasks().size()).sum();
        return trained == weights.size()
                && chosen.stream().allMatch(i -> candidates.get(i).hasAllLosses());
    }

    private Optional<Found> found(List<Integer> chosen) {
        List<Integer> servers = new ArrayList<>();
        long loss = 0;
        for (int task = 0; task < weights.size(); task++) {
            Optional<Integer> server = server(chosen, task);
            if (server.isEmpty()) {
                return Optional.empty();
            }
            servers.add(server.get());
            loss += (long) weights.get(task) * lossOf(server.get(), task);
        }
        Fraction cost = chosen.stream().map(i -> candidates.get(i).size()).reduce(Fraction.ZERO, Fraction::plus);
        return servers.containsAll(chosen) ? Optional.of(new Found(loss, cost, chosen, servers)) : Optional.empty();
    }

    private Optional<Integer> server(List<Integer> chosen, int task) {
        return chosen.stream().filter(i -> candidates.get(i).hasLoss(task)).min((a, b) -> {
            int byLoss = Integer.compare(lossOf(a, task), lossOf(b, task));
            int byCost = candidates.get(a).size().compareTo(candidates.get(b).size());
            return byLoss != 0 ? byLoss : byCost != 0 ? byCost : Integer.compare(a, b);
        });
    }

    private int lossOf(int candidate, int task) {
        return candidates.get(candidate).losses().get(task).orElseThrow();
    }
}
