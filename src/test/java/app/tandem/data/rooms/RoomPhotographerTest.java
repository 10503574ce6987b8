package app.tandem.data.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomPhotographerTest {

    @Test
    void noTwoBuildingsShareAMaterial() {
        Set<Object> seen = new HashSet<>();
        List<BuildingStyle> styles = IntStream.range(0, 60)
                .mapToObj(building -> RoomPhotographer.style(2020, building))
                .toList();

        for (BuildingStyle style : styles) {
            assertThat(seen.add(style.wood())).isTrue();
            assertThat(seen.add(style.door())).isTrue();
            assertThat(style.walls()).allMatch(seen::add);
            assertThat(style.floors()).allMatch(seen::add);
        }
    }
}
