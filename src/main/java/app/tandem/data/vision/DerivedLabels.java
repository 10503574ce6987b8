package app.tandem.data.vision;

/**
 * The two labels that Taskonomy computes from the photograph itself (Zamir et al., "Taskonomy", CVPR 2018, supplement):
 * texture edges and 2-D keypoints. Both come as brightness 0…1 with a fixed scale, so that images can be compared.
 */
public final class DerivedLabels {
    /** Smoothing before the gradient, in pixels. */
    public static final double EDGE_SIGMA = 1.0;

    /** The scales at which keypoints are looked for, in pixels: each 1.6 times the one before. */
    private static final double[] KEYPOINT_SIGMAS = {1.5, 2.4, 3.84};

    /** Keypoint responses are multiplied by this before they are cut off at 1. */
    public static final double KEYPOINT_GAIN = 5;

    private DerivedLabels() {}

    /**
     * The gradient magnitude of Canny's edge detector after its Gaussian smoothing, before non-maximum suppression and
     * hysteresis (J. Canny, 1986, section IV): Sobel's derivatives, scaled so that a step from black to white that is
     * not smoothed gives 1.
     */
    public static GreyImage textureEdges(GreyImage image) {
        GreyImage smooth = image.smoothed(EDGE_SIGMA);
        int w = image.width();
        int h = image.height();
        float[] magnitude = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float dx = column(smooth, x + 1, y) - column(smooth, x - 1, y);
                float dy = row(smooth, x, y + 1) - row(smooth, x, y - 1);
                magnitude[y * w + x] = (float) Math.min(1, Math.sqrt(dx * dx + dy * dy) / 4);
            }
        }
        return new GreyImage(w, h, magnitude);
    }

    /**
     * The response of the determinant-of-Hessian detector that SURF approximates (Bay et al., 2006, sections 3.1 and
     * 3.2): the largest over three scales of {@code σ⁴ (Lxx Lyy − Lxy²)} of the Gaussian-smoothed image where it is
     * positive, at blobs and corners, else 0. Its square root is stored, which is in units of brightness and spreads weak
     * responses, times {@link #KEYPOINT_GAIN}.
     */
    public static GreyImage keypoints(GreyImage image) {
        float[] response = new float[image.width() * image.height()];
        for (double sigma : KEYPOINT_SIGMAS) {
            raiseToHessian(response, image.smoothed(sigma), sigma * sigma * KEYPOINT_GAIN);
        }
        return new GreyImage(image.width(), image.height(), response);
    }

    /** Raises every response to the square root of the determinant of the Hessian, times a scale, where that is more. */
    private static void raiseToHessian(float[] response, GreyImage smooth, double scale) {
        int w = smooth.width();
        for (int y = 0; y < smooth.height(); y++) {
            for (int x = 0; x < w; x++) {
                float centre = smooth.at(x, y);
                float xx = smooth.at(x - 1, y) - 2 * centre + smooth.at(x + 1, y);
                float yy = smooth.at(x, y - 1) - 2 * centre + smooth.at(x, y + 1);
                float xy = (smooth.at(x + 1, y + 1)
                                + smooth.at(x - 1, y - 1)
                                - smooth.at(x + 1, y - 1)
                                - smooth.at(x - 1, y + 1))
                        / 4;
                double determinant = xx * yy - xy * xy;
                double here = Math.min(1, scale * Math.sqrt(Math.max(0, determinant)));
                response[y * w + x] = Math.max(response[y * w + x], (float) here);
            }
        }
    }

    private static float column(GreyImage image, int x, int y) {
        return image.at(x, y - 1) + 2 * image.at(x, y) + image.at(x, y + 1);
    }

    private static float row(GreyImage image, int x, int y) {
        return image.at(x - 1, y) + 2 * image.at(x, y) + image.at(x + 1, y);
    }
}
