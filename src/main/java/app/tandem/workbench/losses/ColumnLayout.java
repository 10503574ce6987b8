package app.tandem.workbench.losses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How the user arranged the columns. It also keeps the place of columns that are not there now, as those of a task that
 * was removed and may come back. Immutable.
 *
 * @param places from left to right; pinned ones stand before the others whatever their place here
 */
public record ColumnLayout(List<Place> places) {

    /** As nobody has arranged anything. */
    public static final ColumnLayout NONE = new ColumnLayout(List.of());

    /**
     * One column's place.
     *
     * @param width in pixels; empty where it follows the window
     * @param pinned whether it stays where the others scroll away sideways
     */
    public record Place(LossColumn column, OptionalDouble width, boolean pinned, boolean shown) {

        static Place of(LossColumn column) {
            boolean pinned = column.equals(LossColumn.NETWORK);
            return new Place(column, OptionalDouble.empty(), pinned, !column.equals(LossColumn.STATE));
        }

        Place withWidth(OptionalDouble other) {
            return new Place(column, other, pinned, shown);
        }

        Place withPinned(boolean other) {
            return new Place(column, width, other, shown);
        }

        Place withShown(boolean other) {
            return new Place(column, width, pinned, other);
        }
    }

    public ColumnLayout {
        places = List.copyOf(places);
    }

    /** The places of these columns: pinned ones first, each at its place; new ones beside their usual neighbour. */
    public List<Place> of(List<LossColumn> columns) {
        List<Place> mine = with(columns).places.stream()
                .filter(place -> columns.contains(place.column()))
                .toList();
        return Stream.concat(mine.stream().filter(Place::pinned), mine.stream().filter(place -> !place.pinned()))
                .toList();
    }

    /** The same with a place for each of these columns. */
    ColumnLayout with(List<LossColumn> columns) {
        List<Place> all = new ArrayList<>(places);
        int after = -1;
        for (LossColumn column : columns) {
            int known = indexOf(all, column);
            if (known < 0) {
                known = after + 1;
                all.add(known, Place.of(column));
            }
            after = known;
        }
        return new ColumnLayout(all);
    }

    /** Puts these columns in this order into the places that they take together. */
    ColumnLayout ordered(List<LossColumn> columns) {
        ColumnLayout full = with(columns);
        List<Place> next = new ArrayList<>();
        int taken = 0;
        for (Place place : full.places) {
            boolean moves = columns.contains(place.column());
            next.add(moves ? full.place(columns.get(taken)) : place);
            taken += moves ? 1 : 0;
        }
        return new ColumnLayout(next);
    }

    ColumnLayout resized(LossColumn column, OptionalDouble width) {
        return changed(column, place -> place.withWidth(width));
    }

    ColumnLayout pinned(LossColumn column, boolean pinned) {
        return changed(column, place -> place.withPinned(pinned));
    }

    ColumnLayout shown(Collection<LossColumn> columns, boolean shown) {
        ColumnLayout next = this;
        for (LossColumn column : columns) {
            next = next.changed(column, place -> place.withShown(shown));
        }
        return next;
    }

    private ColumnLayout changed(LossColumn column, UnaryOperator<Place> change) {
        return new ColumnLayout(with(List.of(column)).places.stream()
                .map(place -> place.column().equals(column) ? change.apply(place) : place)
                .toList());
    }

    private Place place(LossColumn column) {
        int index = indexOf(places, column);
        return index < 0 ? Place.of(column) : places.get(index);
    }

    private static int indexOf(List<Place> places, LossColumn column) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).column().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
