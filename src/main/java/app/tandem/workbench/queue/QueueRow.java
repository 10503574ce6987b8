package app.tandem.workbench.queue;

import app.tandem.run.RunKey;
import app.tandem.run.RunStatus;
import app.tandem.study.Network;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One run in the queue's table. The row stays while its status changes, so that a selection stays too. */
public final class QueueRow {

    private final Network network;
    private final ReadOnlyObjectWrapper<RunStatus> status;

    QueueRow(Network network, RunStatus status) {
        this.network = network;
        this.status = new ReadOnlyObjectWrapper<>(status);
    }

    public RunKey key() {
        return status.get().key();
    }

    public Network network() {
        return network;
    }

    public RunStatus status() {
        return status.get();
    }

    public ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    void update(RunStatus newer) {
        if (!newer.equals(status.get())) {
            status.set(newer);
        }
    }
}
