package app.tandem.workbench.common;

/** Light or dark; an explicit choice, because JavaFX 21 cannot ask the system. */
public enum ColorTheme {
    LIGHT,
    DARK;

    public ColorTheme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
