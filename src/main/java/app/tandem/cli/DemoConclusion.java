package app.tandem.cli;

import app.tandem.grouping.Frontier;
import app.tandem.grouping.RunnerUps;
import app.tandem.grouping.SearchWatch;
import app.tandem.grouping.Selection;
import app.tandem.owner.GroupingSuggestion;
import app.tandem.owner.StudyOwner;
import app.tandem.owner.StudyResults;
import app.tandem.report.ReportChoice;
import app.tandem.report.ReportFolder;
import app.tandem.report.ReportProgress;
import app.tandem.report.StudyReport;
import app.tandem.report.TextTable;
import app.tandem.report.Words;
import app.tandem.study.Budget;
import app.tandem.study.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of the demo: the losses, the best grouping and the report; once, however often it is asked for. */
final class DemoConclusion {

    private final Console console;
    private final StudyOwner owner;
    private final Path report;
    private boolean drawn;

    /** @param report the folder that the tables and figures are written into */
    DemoConclusion(Console console, StudyOwner owner, Path report) {
        this.console = console;
        this.owner = owner;
        this.report = report;
    }

    /** Whether it was drawn. */
    synchronized boolean isDrawn() {
        return drawn;
    }

    /** Draws it if every network is trained. */
    synchronized void drawIfTrained() {
        if (!drawn && !owner.isClosed() && owner.plan().missing().isEmpty()) {
            draw();
        }
    }

    /** As {@link #drawIfTrained}; then nothing more can be drawn, since the study is closed. */
    synchronized void closeStudy() {
        try (owner) {
            drawIfTrained();
        }
    }

    /** Draws it from what is there. */
    synchronized void draw() {
        drawn = true;
        List<StudyReport> reports = new ArrayList<>();
        for (Setting setting : owner.study().settings()) {
            reports.add(print(setting.name(), owner.study().budget()));
        }
        console.out().flush();
        new ReportFolder(reports, ReportChoice.EVERYTHING).write(report, ReportProgress.NONE);
        console.say("Study:  " + owner.path());
        console.say("Report: " + report);
    }

    private StudyReport print(String setting, Budget budget) {
        owner.suggest(setting, budget, SearchWatch.NONE);
        StudyResults results = owner.results(setting, ProgressLine.counting(console, "decoding images"));
        console.out()
                .println(TextTable.format(
                        results.table(results.reported(), Words.ENGLISH).table()));
        Frontier frontier = results.frontier();
        Optional<Selection> best = frontier.at(budget);
        if (best.isPresent()) {
            List<Selection> next = RunnerUps.at(results.losses(), budget, GroupingSuggestion.RUNNER_UPS);
            console.out().print(GroupingText.best(results.losses(), results.names(), budget, best.get(), next));
        } else {
            SuggestCommand.infeasible(console, frontier, budget);
        }
        return results.report(budget, Words.ENGLISH);
    }
}
