package app.tandem.workbench.common;

import app.tandem.report.Figure;
import app.tandem.report.FigureExport;
import app.tandem.report.FigureSize;
import app.tandem.study.Blocking;
import app.tandem.study.UserException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to, writes in the background, and tells what was written. */
public final class Exports {

    private final Threads threads;
    private final Messages messages;
    private final Consumer<String> tell;
    private final Consumer<RuntimeException> fail;

    /** @param tell shows the user a short message */
    public Exports(Threads threads, Messages messages, Consumer<String> tell, Consumer<RuntimeException> fail) {
        this.threads = threads;
        this.messages = messages;
        this.tell = tell;
        this.fail = fail;
    }

    /** Tells what was done. */
    public void told(String words) {
        tell.accept(words);
    }

    /** Tells what went wrong. */
    public void failed(RuntimeException fault) {
        fail.accept(fault);
    }

    /**
     * Puts text on the clipboard, and tells it.
     *
     * @param content made in the background
     */
    public void copy(Supplier<String> content, String told) {
        threads.run(
                () -> {
                    String text = content.get();
                    threads.window().execute(() -> {
                        ClipboardContent clip = new ClipboardContent();
                        clip.putString(text);
                        Clipboard.getSystemClipboard().setContent(clip);
                        tell.accept(told);
                    });
                },
                fail);
    }

    /** Saves text under a name of the user's choice. */
    public void text(Window owner, String name, String format, Supplier<String> content) {
        ask(owner, name, List.of(filter(name, format)))
                .ifPresent(file -> write(file, () -> writeText(file, content.get())));
    }

    /** Saves a figure as SVG, PDF or PNG, by the ending of the name that the user chooses. */
    public void figure(Window owner, String name, Figure figure, FigureSize size) {
        List<FileChooser.ExtensionFilter> formats =
                List.of(filter("figure.pdf", "PDF"), filter("figure.svg", "SVG"), filter("figure.png", "PNG"));
        ask(owner, name, formats).ifPresent(file -> write(file, () -> FigureExport.write(figure, file, size)));
    }

    private void write(Path file, Runnable action) {
        threads.run(
                () -> {
                    action.run();
                    threads.window().execute(() -> tell.accept(messages.text("common.written", file.toString())));
                },
                fail);
    }

    private static void writeText(Path file, String content) {
        assert Blocking.isAllowedHere() : "a file is written on the window's thread";
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException(
                    "The file could not be written", file.toString(), "Choose a folder that can be written", e);
        }
    }

    private static FileChooser.ExtensionFilter filter(String name, String format) {
        return new FileChooser.ExtensionFilter(format, "*" + name.substring(name.lastIndexOf('.')));
    }

    private Optional<Path> ask(Window owner, String name, List<FileChooser.ExtensionFilter> formats) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("common.export"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(formats);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
