package org.sockeye.agent.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.natives.OperatingSystem;

/** The tables of natives agree with the Java library that runs this test. */
class TablesTest {

    static final List<Wrapped> WRAPPED = Platform.HERE.wrapped();
    static final List<Original> ORIGINALS = Platform.HERE.originals();

    private static Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, TablesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Void.class;
        }
    }

    private static Stream<Method> natives(String owner) {
        return Arrays.stream(load(owner).getDeclaredMethods())
                .filter(method -> Modifier.isNative(method.getModifiers()));
    }

    private static boolean hasTwin(Method method, Class<?> owner) {
        return Arrays.stream(owner.getDeclaredMethods())
                .anyMatch(twin -> twin.getName().equals(method.getName()) && isPublicAndStatic(twin)
                        && twin.getReturnType() == method.getReturnType()
                        && Arrays.equals(twin.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean isPublicAndStatic(Method method) {
        return Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers());
    }

    @ParameterizedTest
    @FieldSource("WRAPPED")
    void everyNativeThatMustBeWrappedIsThereAndHasAHookOfTheSameSignature(Wrapped wrapped) {
        Assumptions.assumeTrue(load(wrapped.owner()) != Void.class, "this Java version has no " + wrapped.owner());
        List<String> missing = new ArrayList<>(wrapped.required());
        natives(wrapped.owner()).filter(method -> wrapped.has(method.getName())).forEach(method -> {
            missing.remove(method.getName());
            assertTrue(hasTwin(method, load(wrapped.hooks())), () -> "no hook for " + method);
        });
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @FieldSource("ORIGINALS")
    void everyNativeThatTheAgentCallsIsThereUnderOneOfItsNames(Original original) {
        Method stub = Arrays.stream(Natives.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(original.method())).findFirst().orElseThrow();
        String candidate = original.candidates().stream().filter(TablesTest::isThere).findFirst().orElseThrow();
        int dot = candidate.indexOf('.');
        assertTrue(natives(candidate.substring(0, dot))
                .anyMatch(method -> method.getName().equals(candidate.substring(dot + 1))
                        && Modifier.isStatic(method.getModifiers()) && method.getReturnType() == stub.getReturnType()
                        && Arrays.equals(method.getParameterTypes(), stub.getParameterTypes())));
    }

    private static boolean isThere(String candidate) {
        int dot = candidate.indexOf('.');
        return natives(candidate.substring(0, dot))
                .anyMatch(method -> method.getName().equals(candidate.substring(dot + 1)));
    }

    @Test
    void everyStubHasItsNativeOnSomeSystem() {
        List<String> filled = Stream.of(OperatingSystem.values())
                .flatMap(system -> Platform.of(system).originals().stream()).map(Original::method).toList();
        Arrays.stream(Natives.class.getDeclaredMethods()).filter(TablesTest::isPublicAndStatic)
                .forEach(method -> assertTrue(filled.contains(method.getName()), method::getName));
    }

    @Test
    void theTableOfThisSystemFitsTheLibraryOfThisVirtualMachine() {
        Platform.HERE.check();
    }
}
