package app.tandem.cli;

import app.tandem.run.CacheFolder;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** A command with a window, and a person who closes it once a network is trained, and answers: keep training. */
final class WindowCloser {

    private WindowCloser() {}

    /** @param arguments of the command */
    public static void main(String[] arguments) {
        Console console = new Console(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(new Watch()),
                Path.of("").toAbsolutePath(),
                CacheFolder.ofThisProcess(),
                0,
                true);
        System.exit(Cli.run(console, arguments));
    }

    /** Does nothing while the window is not there yet; the next line that is told tries again. */
    private static void closeTheWindow() {
        if (Window.getWindows().size() != 1) {
            return;
        }
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                List.copyOf(change.getAddedSubList()).forEach(added -> Platform.runLater(() -> answer(added)));
            }
        });
        Window stage = Window.getWindows().get(0);
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static void answer(Window window) {
        if (window.getScene().getRoot() instanceof DialogPane question) {
            for (ButtonType type : question.getButtonTypes()) {
                if (type.getButtonData() == ButtonData.YES) {
                    ((Button) question.lookupButton(type)).fire();
                }
            }
        }
    }

    /** Passes on what is told, and acts when a network is trained. */
    private static final class Watch extends Writer {

        @Override
        public void write(char[] text, int offset, int length) {
            String told = new String(text, offset, length);
            System.err.print(told);
            if (told.contains("runs · ")) {
                try {
                    Platform.runLater(WindowCloser::closeTheWindow);
                } catch (IllegalStateException notStartedYet) {
                    // There is no window before JavaFX is started.
                    System.err.println("(no window yet)");
                }
            }
        }

        @Override
        public void flush() {
            System.err.flush();
        }

        @Override
        public void close() {}
    }
}
