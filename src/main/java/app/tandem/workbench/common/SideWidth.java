package app.tandem.workbench.common;

import java.util.OptionalDouble;

/** Remembers how wide the user made the pane at the side of a page. */
public interface SideWidth {

    /** In pixels; empty while the user has left it as it is. */
    OptionalDouble get();

    void keep(double pixels);
}
