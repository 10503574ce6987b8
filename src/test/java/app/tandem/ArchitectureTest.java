package app.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses TANDEM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.tandem");

    /** A small tree in which every rule is broken, so that no rule can hold by being vacuous. */
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong.tandem");

    static Stream<String> rules() {
        return new ArchitectureRules("app.tandem").all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHolds(String rule) {
        new ArchitectureRules("app.tandem").named(rule).check(TANDEM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsBrokenByTheWrongTree(String rule) {
        assertThat(new ArchitectureRules("wrong.tandem")
                        .named(rule)
                        .evaluate(WRONG)
                        .hasViolation())
                .as("the rule ‘%s’ notices what is wrong", rule)
                .isTrue();
    }
}
