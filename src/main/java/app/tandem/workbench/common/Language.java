package app.tandem.workbench.common;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    KOREAN(Locale.KOREAN, "한국어");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ENGLISH ? KOREAN : ENGLISH;
    }

    /** The language of a machine set to this locale: Korean there, English everywhere else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
