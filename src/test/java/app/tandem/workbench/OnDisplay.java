package app.tandem.workbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test with a real window; skipped where there is no display. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@EnabledIf(
        value = "app.tandem.workbench.Workbench#displayAvailable",
        disabledReason = "needs a display: run ./tandem test, or set DISPLAY")
@ExtendWith({WindowThreadGuard.class, ApplicationExtension.class})
@interface OnDisplay {}
