package app.tandem;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** The rules between the packages under one root: the real one, or the tree in which each rule is broken. */
final class ArchitectureRules {

    /** Each may use those before it. */
    private static final List<String> LAYERS = List.of(
            "study", "loss", "grouping", "data", "training", "run", "store", "report", "owner", "workbench", "cli");

    private static final List<String> PURE = List.of("study", "loss", "grouping");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    ArchRule named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    /** The rules by name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        LAYERS.forEach(layer -> rules.put("layer " + layer, layer(layer)));
        rules.put("places", places());
        rules.put("purity", purity());
        rules.put("engine", onlyIn("training", "ai.djl..").because("only one package may know the engine"));
        rules.put("database", onlyIn("store", "java.sql..", "org.sqlite..").because("only one package speaks SQL"));
        rules.put(
                "window",
                onlyIn("workbench", "javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                        .because("everything but the window must run without a display"));
        rules.put("command line", onlyIn("cli", "picocli..").because("only one package reads arguments"));
        rules.put("threads", threads());
        rules.put("waiting", waiting());
        rules.put("output", output());
        rules.put("state", state());
        rules.put("names", names());
        return rules;
    }

    private ArchRule layer(String name) {
        String[] later = LAYERS.subList(LAYERS.indexOf(name) + 1, LAYERS.size()).stream()
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage(later).or(resideInAPackage(root)))
                .because("data flows one way: " + String.join(" → ", LAYERS));
    }

    /** A package that is in no layer would be bound by no layer's rule. */
    private ArchRule places() {
        return classes()
                .should()
                .resideInAnyPackage(Stream.concat(LAYERS.stream().map(this::in), Stream.of(root))
                        .toArray(String[]::new))
                .because("every class belongs to a layer, but for the one that starts the program");
    }

    private ArchRule purity() {
        List<String> allowed = new ArrayList<>(List.of(
                "java.lang..",
                "java.util..",
                "java.math..",
                "java.nio..",
                "java.io..",
                "java.text..",
                "java.time..",
                "java.security..",
                "org.jspecify.."));
        PURE.forEach(name -> allowed.add(in(name)));
        return classes()
                .that()
                .resideInAnyPackage(PURE.stream().map(this::in).toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new)).or(primitiveOrArray()))
                .because("what to learn together is decided without any library");
    }

    private static DescribedPredicate<JavaClass> primitiveOrArray() {
        return DescribedPredicate.describe("primitives and arrays", type -> type.isPrimitive() || type.isArray());
    }

    private ArchRule onlyIn(String layer, String... libraries) {
        return noClasses()
                .that(resideOutsideOfPackage(in(layer)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private ArchRule threads() {
        return noClasses()
                .that(not(assignableTo(ThreadFactory.class)))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "the new object is a thread",
                        call -> call.getTarget().getOwner().isAssignableTo(Thread.class)))
                .because("executors are handed in, so that tests run inline");
    }

    /** What starts processes, speaks SQL or is of the window and touches files says so where it does: see Blocking. */
    private ArchRule waiting() {
        DescribedPredicate<JavaClass> waits = DescribedPredicate.describe(
                "start processes, open databases, or are of the window and touch files",
                type -> calls(type, ProcessBuilder.class)
                        || calls(type, java.sql.DriverManager.class)
                        || (type.getPackageName().startsWith(root + ".workbench") && calls(type, Files.class)));
        DescribedPredicate<JavaClass> blocking = DescribedPredicate.describe(
                "Blocking", type -> type.getFullName().equals(root + ".study.Blocking"));
        return classes()
                .that(waits)
                .should()
                .dependOnClassesThat(blocking)
                .because("nothing that may wait is done on the window's thread");
    }

    private static boolean calls(JavaClass type, Class<?> library) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(library));
    }

    private ArchRule output() {
        return noClasses()
                .that(resideOutsideOfPackage(in("cli")))
                .and()
                .haveNameNotMatching(".*\\.run\\.Worker.*")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("standard output belongs to the results of a command; a worker's tells its parent");
    }

    private ArchRule state() {
        return fields().that(modifier(JavaModifier.STATIC).and(not(modifier(JavaModifier.SYNTHETIC))))
                .should()
                .beFinal()
                .because("two studies in one process must not meet");
    }

    private ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|(?<!Training)Data)")
                .because("a name says what a thing is");
    }

    private String in(String layer) {
        return root + "." + layer + "..";
    }
}
