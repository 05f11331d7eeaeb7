package org.sockeye.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies among the bundles point one way. */
class ArrowsTest {

    /** What a bundle may use of ours: whole bundles, or packages of one. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "stack", Set.of(),
            "agent", Set.of(),
            "programs", Set.of("stack", "agent.protocol"),
            "labs", Set.of("stack", "programs"),
            "catalogue", Set.of("labs"),
            "cli", Set.of("stack", "agent.protocol", "programs", "labs", "catalogue", "inspect", "drill"),
            "drill", Set.of("stack"),
            "inspect", Set.of("stack"),
            "launching", Set.of("stack", "programs", "labs", "catalogue", "inspect"),
            "ui", Set.of("stack", "programs", "labs", "catalogue", "inspect", "launching"));

    private static final Set<String> IN_ECLIPSE = Set.of("launching", "ui");

    @Test
    void everyBundleIsKnownHere() {
        assertEquals(new TreeSet<>(ARROWS.keySet()),
                Bundle.all().stream().map(Bundle::shortName).collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> theClassesOfEveryBundleAreFound() {
        return Bundle.all().stream().map(bundle -> DynamicTest.dynamicTest(bundle.name(),
                () -> assertFalse(bundle.classes().isEmpty(), "no class files of " + bundle.name())));
    }

    @TestFactory
    Stream<DynamicTest> aBundleUsesOnlyThoseBelowIt() {
        return Bundle.all().stream().map(bundle -> DynamicTest.dynamicTest(bundle.name(),
                () -> assertEquals(List.of(), against(bundle, ARROWS.get(bundle.shortName())))));
    }

    @TestFactory
    Stream<DynamicTest> onlyLaunchingAndUiNeedEclipse() {
        return Bundle.all().stream().filter(bundle -> !IN_ECLIPSE.contains(bundle.shortName()))
                .map(bundle -> DynamicTest.dynamicTest(bundle.name(), () -> noClasses().should().dependOnClassesThat()
                        .resideInAnyPackage("org.eclipse..", "org.osgi..").check(bundle.classes())));
    }

    @Test
    void launchingDrawsNothing() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..")
                .check(Bundle.named("launching").classes());
    }

    private static List<String> against(Bundle bundle, Set<String> allowed) {
        return bundle.classes().stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isForbidden(bundle, allowed, dependency.getTargetClass().getPackageName()))
                .map(Dependency::getDescription).sorted().toList();
    }

    private static boolean isForbidden(Bundle bundle, Set<String> allowed, String target) {
        return target.startsWith("org.sockeye.") && !bundle.contains(target)
                && allowed.stream().noneMatch(name -> Bundle.named(name).contains(target));
    }
}
