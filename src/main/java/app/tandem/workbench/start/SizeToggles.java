package app.tandem.workbench.start;

import app.tandem.study.EncoderSize;
import app.tandem.workbench.common.EncoderWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Encoder sizes to choose several of; a size that cannot be built says why not. */
final class SizeToggles extends FlowPane {

    private final String id;
    private final NewStudyWords words;
    private final BiConsumer<EncoderSize, Boolean> choose;
    private final List<Node> behind;
    private final Map<EncoderSize, ToggleButton> toggles = new LinkedHashMap<>();

    /** @param behind what stands after the sizes */
    SizeToggles(String id, NewStudyWords words, BiConsumer<EncoderSize, Boolean> choose, Node... behind) {
        super(6, 6);
        this.id = id;
        this.words = words;
        this.choose = choose;
        this.behind = List.of(behind);
    }

    void show(List<StudyPlan.SizeOffer> offers, List<EncoderSize> chosen) {
        List<EncoderSize> sizes = offers.stream().map(StudyPlan.SizeOffer::size).toList();
        if (!sizes.equals(List.copyOf(toggles.keySet()))) {
            toggles.clear();
            sizes.forEach(size -> toggles.put(size, toggle(size)));
            getChildren().setAll(toggles.values());
            getChildren().addAll(behind);
        }
        for (StudyPlan.SizeOffer offer : offers) {
            ToggleButton toggle = toggles.get(offer.size());
            if (toggle != null) {
                show(toggle, offer, chosen.contains(offer.size()));
            }
        }
    }

    private ToggleButton toggle(EncoderSize size) {
        ToggleButton toggle = new ToggleButton(EncoderWords.of(size));
        toggle.setId(id + "-" + size.toString().replace('/', '-'));
        toggle.setMnemonicParsing(false);
        toggle.getStyleClass().add("size-toggle");
        toggle.setTooltip(new Tooltip());
        toggle.setOnAction(event -> choose.accept(size, toggle.isSelected()));
        return toggle;
    }

    private void show(ToggleButton toggle, StudyPlan.SizeOffer offer, boolean chosen) {
        String tip = offer.fault()
                .map(words::problem)
                .orElseGet(() -> words.text(
                        "sizeTip",
                        EncoderWords.of(offer.size()),
                        String.format(Locale.ROOT, "%.1f", offer.multiplyAdds() / 1e6)));
        toggle.setSelected(chosen);
        toggle.setDisable(offer.fault().isPresent() && !chosen);
        toggle.getTooltip().setText(tip);
        toggle.setAccessibleText(tip);
    }
}
