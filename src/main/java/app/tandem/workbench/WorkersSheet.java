package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.design.WorkersModel;
import app.tandem.workbench.design.WorkersPane;
import javafx.scene.layout.Region;

/** How many runs this machine trains at a time, and on what, above the window. */
final class WorkersSheet implements Overlay.Sheet {

    private final Watch watch = new Watch();
    private final WorkersPane pane;

    WorkersSheet(WorkersModel model, Messages messages, Runnable close) {
        this.pane = new WorkersPane(model, messages, watch, close);
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void begin() {
        pane.begin();
    }

    @Override
    public boolean hasManyControls() {
        return true;
    }

    @Override
    public void end() {
        watch.end();
    }
}
