package org.sockeye.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Inside the stack, a layer uses the one below it and what all layers share, and nothing else. */
class LayersTest {

    private static final String STACK = "org.sockeye.stack.";

    /** What each room of the stack may use besides itself. */
    private static final Map<String, Set<String>> BELOW = Map.ofEntries(
            Map.entry("wire", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("trace", Set.of("wire")),
            Map.entry("physical", Set.of("time", "trace", "wire")),
            Map.entry("link", Set.of("physical", "time", "trace", "wire")),
            Map.entry("network", Set.of("link", "time", "trace", "wire")),
            Map.entry("socket", Set.of("trace", "wire")),
            Map.entry("transport", Set.of("network", "socket", "time", "trace", "wire")),
            Map.entry("application", Set.of("socket", "time", "trace", "wire")),
            Map.entry("dissect", Set.of("application", "trace", "wire")),
            Map.entry("topology", Set.of("application", "link", "network", "physical", "socket", "time", "trace",
                    "transport", "wire")));

    private final Bundle stack = Bundle.named("stack");

    @Test
    void everyRoomIsKnownHere() {
        assertEquals(new TreeSet<>(BELOW.keySet()), stack.classes().stream()
                .map(type -> room(type.getPackageName())).collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> aLayerKnowsOnlyWhatIsBelowIt() {
        return BELOW.keySet().stream().sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> assertEquals(List.of(), against(room))));
    }

    private List<String> against(String room) {
        return stack.classes().stream().filter(type -> room(type.getPackageName()).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(STACK))
                .filter(dependency -> isForbidden(room, room(dependency.getTargetClass().getPackageName())))
                .map(Dependency::getDescription).sorted().toList();
    }

    private static boolean isForbidden(String room, String target) {
        return !target.equals(room) && !BELOW.getOrDefault(room, Set.of()).contains(target);
    }

    /** The first part of a package's name within the stack: "transport" of TCP's, too. */
    private static String room(String name) {
        return name.substring(STACK.length()).replaceFirst("[.].*", "");
    }
}
