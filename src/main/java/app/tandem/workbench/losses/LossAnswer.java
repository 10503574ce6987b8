package app.tandem.workbench.losses;

import app.tandem.workbench.common.TaskMark;
import java.util.List;
import java.util.Set;

/**
 * What the page shows.
 *
 * @param look the arrangement with which the rows were made
 * @param settings of which there are rows
 * @param rows networks in the chosen order, then constant predictions
 * @param count what the rows are of
 */
record LossAnswer(
        LossLook look,
        LossFacets facets,
        List<TaskMark> marks,
        Set<String> settings,
        List<LossRow> rows,
        LossesModel.Count count) {}
