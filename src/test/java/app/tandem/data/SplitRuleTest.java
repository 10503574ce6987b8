package app.tandem.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.tandem.data.FashionPairs.Pair;
import app.tandem.study.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitRuleTest {

    @Property(tries = 200)
    void everyGroupIsInOneSplitAndEverySplitHasOne(@ForAll @IntRange(min = 5, max = 300) int groups) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            names.add("building" + i);
        }

        Map<String, Split> splits = SplitRule.drawn(names);

        assertThat(splits.keySet()).containsExactlyInAnyOrderElementsOf(names);
        Map<Split, Long> sizes =
                splits.values().stream().collect(Collectors.groupingBy(split -> split, Collectors.counting()));
        assertThat(sizes.get(Split.TEST)).isEqualTo((long) Math.ceil(0.15 * groups));
        assertThat(sizes.get(Split.VALIDATION)).isEqualTo(sizes.get(Split.TEST));
        assertThat(sizes.get(Split.TRAIN)).isGreaterThanOrEqualTo(groups / 2);
    }

    @Property(tries = 200)
    void theOrderInWhichGroupsAreGivenDoesNotMatter(@ForAll Set<String> names) {
        List<String> one = new ArrayList<>(names);
        List<String> other = new ArrayList<>(names);
        Collections.reverse(other);

        assertThat(SplitRule.drawn(one)).isEqualTo(SplitRule.drawn(other));
    }

    @Property(tries = 100)
    void noPhotographIsInTwoSplits(@ForAll @IntRange(min = 20, max = 12000) int photographs, @ForAll long seed) {
        Map<Split, List<Pair>> pairs = FashionPairs.pairs(photographs, seed);

        Map<Split, Set<Integer>> used = pairs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> photographs(entry.getValue())));
        for (Split one : Split.values()) {
            assertThat(used.get(one)).isNotEmpty();
            for (Split other : Split.values()) {
                if (one != other) {
                    assertThat(used.get(one)).doesNotContainAnyElementsOf(used.get(other));
                }
            }
        }
    }

    private static Set<Integer> photographs(List<Pair> pairs) {
        Set<Integer> all = new HashSet<>();
        for (Pair pair : pairs) {
            assertThat(pair.left()).isNotEqualTo(pair.right());
            all.add(pair.left());
            all.add(pair.right());
        }
        return all;
    }
}
