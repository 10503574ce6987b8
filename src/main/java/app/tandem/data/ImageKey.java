package app.tandem.data;

/** An image by its place in the layout; views of one point show the same place. */
record ImageKey(String building, int point, int view) implements Comparable<ImageKey> {

    @Override
    public int compareTo(ImageKey other) {
        int order = building.compareTo(other.building);
        order = order != 0 ? order : Integer.compare(point, other.point);
        return order != 0 ? order : Integer.compare(view, other.view);
    }

    @Override
    public String toString() {
        return (building.isEmpty() ? "" : building + "/") + "point_" + point + "_view_" + view;
    }
}
