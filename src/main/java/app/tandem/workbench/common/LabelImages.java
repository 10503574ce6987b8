package app.tandem.workbench.common;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Drawn labels as the window shows them. */
public final class LabelImages {

    private LabelImages() {}

    public static Map<String, Image> of(Map<String, LabelPicture> pictures) {
        Map<String, Image> images = new LinkedHashMap<>();
        pictures.forEach((task, picture) -> images.put(task, image(picture)));
        return images;
    }

    public static Image image(LabelPicture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }
}
