package app.tandem.workbench.start;

import app.tandem.data.SplitOrigin;
import app.tandem.study.Task;
import app.tandem.study.TaskKind;
import app.tandem.study.UserException;
import app.tandem.workbench.common.Messages;
import java.nio.file.Path;

/** What the design of a new study says, in the window's language. */
final class NewStudyWords {

    private final Messages messages;

    NewStudyWords(Messages messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.text("new." + key, arguments);
    }

    Messages messages() {
        return messages;
    }

    String kind(Task task) {
        TaskKind kind = task.kind();
        if (kind instanceof TaskKind.Segmentation classes) {
            return text("kind.segmentation", classes.classes());
        }
        if (kind instanceof TaskKind.Classification classes) {
            return text("kind.classes", classes.classes());
        }
        if (kind instanceof TaskKind.Regression numbers) {
            return text("kind.numbers", numbers.values());
        }
        if (kind instanceof TaskKind.RegressionMap map) {
            return text("kind.map", map.channels());
        }
        if (kind instanceof TaskKind.LossesOnly) {
            return messages.text("board.kind.lossesOnly");
        }
        return text("kind.normals");
    }

    String loss(Task task) {
        return messages.text("board.loss." + task.loss().name());
    }

    String origin(SplitOrigin origin) {
        return origin.kind() == SplitOrigin.Kind.FILE
                ? text("splits.FILE", String.valueOf(Path.of(origin.file()).getFileName()))
                : text("splits." + origin.kind().name());
    }

    String problem(UserException problem) {
        return messages.fault(problem);
    }

    /** A part of an error's text. */
    String said(String english) {
        return messages.said(english);
    }

    String counted(Counted counted) {
        if (counted.total() == 0) {
            return text("listing");
        }
        String far = text("checking", counted.done(), counted.total());
        return counted.left()
                .map(left -> far + " · " + messages.text("status.left", messages.duration(left)))
                .orElse(far);
    }
}
