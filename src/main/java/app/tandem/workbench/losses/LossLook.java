package app.tandem.workbench.losses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is remembered of the page for a study: the arrangement of its columns and the order of its rows. */
record LossLook(ColumnLayout layout, LossOrder order) {

    static final LossLook DEFAULT = new LossLook(ColumnLayout.NONE, LossOrder.POOL);

    private static final String COLUMNS = "columns";
    private static final String PINNED = "pinned";
    private static final String HIDDEN = "hidden";
    private static final String WIDTH = "width.";
    private static final String ORDER = "order";
    private static final String DESCENDING = "descending ";

    /** Reads what {@link #values} writes; leaves out what it does not know. */
    static LossLook of(Map<String, String> values) {
        Set<LossColumn> pinned = new HashSet<>(columns(values, PINNED));
        Set<LossColumn> hidden = new HashSet<>(columns(values, HIDDEN));
        List<ColumnLayout.Place> places = new ArrayList<>();
        for (LossColumn column : columns(values, COLUMNS)) {
            OptionalDouble width = width(values.getOrDefault(WIDTH + column.id(), ""));
            places.add(new ColumnLayout.Place(column, width, pinned.contains(column), !hidden.contains(column)));
        }
        return new LossLook(new ColumnLayout(places), order(values.getOrDefault(ORDER, "")));
    }

    private static List<LossColumn> columns(Map<String, String> values, String key) {
        return Stream.of(values.getOrDefault(key, "").split(","))
                .flatMap(id -> LossColumn.parse(id).stream())
                .distinct()
                .toList();
    }

    private static OptionalDouble width(String text) {
        try {
            double width = Double.parseDouble(text);
            return width >= 1 && width <= 10_000 ? OptionalDouble.of(width) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static LossOrder order(String text) {
        boolean ascending = !text.startsWith(DESCENDING);
        Optional<LossColumn> by = LossColumn.parse(ascending ? text : text.substring(DESCENDING.length()));
        return by.isPresent() ? new LossOrder(by, ascending) : LossOrder.POOL;
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(COLUMNS, ids(layout.places()));
        values.put(
                PINNED,
                ids(layout.places().stream().filter(ColumnLayout.Place::pinned).toList()));
        values.put(
                HIDDEN,
                ids(layout.places().stream().filter(place -> !place.shown()).toList()));
        layout.places().forEach(place -> place.width()
                .ifPresent(width -> values.put(WIDTH + place.column().id(), Long.toString(Math.round(width)))));
        order.by().ifPresent(column -> values.put(ORDER, (order.ascending() ? "" : DESCENDING) + column.id()));
        return values;
    }

    private static String ids(List<ColumnLayout.Place> places) {
        return places.stream().map(place -> place.column().id()).collect(Collectors.joining(","));
    }
}
