package app.tandem.workbench;

import app.tandem.workbench.common.Messages;
import app.tandem.workbench.common.Watch;
import app.tandem.workbench.design.DesignModel;
import app.tandem.workbench.design.DesignPane;
import javafx.scene.layout.Region;

/** The study's seeds, settings and tasks above the window. What is typed stays when it is put away. */
final class DesignSheet implements Overlay.Sheet {

    private final Watch watch = new Watch();
    private final DesignPane pane;

    DesignSheet(DesignModel model, Messages messages, Runnable close, Runnable watchTraining) {
        this.pane = new DesignPane(model, messages, watch, close, watchTraining);
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
