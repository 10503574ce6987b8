package app.tandem.grouping;

import app.tandem.study.Network;

/**
 * What a method believed of a task in a network, and what was measured. Both are gains over the task's single-task network,
 * so that tasks with large losses do not make every method look right; an affinity is a score on a scale of its own.
 *
 * @param estimated positive where the task was believed to gain from the others
 * @param measured (single − loss) / single on validation
 */
public record Estimate(Network network, int task, double estimated, double measured) {}
