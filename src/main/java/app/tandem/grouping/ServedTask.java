package app.tandem.grouping;

import java.util.OptionalDouble;

/**
 * One task of a grouping: who serves it, and how well. The losses are means over the seeds, not weighted.
 *
 * @param task its index among the study's tasks
 * @param server the position of its network in {@link Selection#networks()}
 * @param validationLoss its loss there on the measure that selects
 * @param testLoss its test loss there; empty where it was not measured
 */
public record ServedTask(int task, int server, double validationLoss, OptionalDouble testLoss) {}
