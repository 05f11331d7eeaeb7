package org.sockeye.agent.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.agent.natives.Natives;
import org.sockeye.agent.natives.OperatingSystem;

/**
 * The tables of macOS and Windows agree with the natives that those systems' libraries have by their sources, which
 * {@code natives/SYSTEM-VERSION.txt} lists with where each was read. Nothing here has met such a system.
 */
class OtherSystemsTest {

    /** Natives of wrapped classes that are left alone: they know no socket, or only tell how memory is laid out. */
    private static final Set<String> HARMLESS = Set.of("init", "initIDs", "pollinValue", "polloutValue", "pollerrValue",
            "pollhupValue", "pollnvalValue", "pollconnValue", "eventSize", "eventsOffset", "dataOffset", "keventSize",
            "identOffset", "filterOffset", "flagsOffset", "create", "ctl", "register", "close", "dup0",
            "keepAliveOptionsSupported0", "ipDontFragmentSupported0", "supportPendingSignals0", "initNative",
            "getCurrentPid0",
            "parent0", "getProcessPids0", "isAlive0");
    /** Those that are left alone because they are about the real descriptor, or can only come after one that fails. */
    private static final Set<String> REAL = Set.of("discardOOB", "getSoPeerCred0", "updateAcceptContext",
            "updateConnectContext", "shutdown0");

    /** The lines of a list: class, whether static, name with descriptor. */
    private record Listed(String owner, boolean isStatic, String name, String descriptor) {

        static Listed parse(String line) {
            String[] words = line.split(" ");
            String method = words[words.length - 1];
            int bracket = method.indexOf('(');
            return new Listed(words[0], words.length == 3, method.substring(0, bracket), method.substring(bracket));
        }
    }

    private record Library(String name, OperatingSystem system) {

        List<Listed> natives() throws IOException {
            try (InputStream in = OtherSystemsTest.class.getResourceAsStream("natives/" + name + ".txt")) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines()
                        .filter(line -> !line.startsWith("#")).map(Listed::parse).toList();
            }
        }

        List<Listed> of(String owner) throws IOException {
            return natives().stream().filter(listed -> listed.owner.equals(owner)).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Library> libraries() {
        return Stream.of(new Library("macos-17", OperatingSystem.MACOS), new Library("macos-25", OperatingSystem.MACOS),
                new Library("windows-17", OperatingSystem.WINDOWS),
                new Library("windows-25", OperatingSystem.WINDOWS));
    }

    private static boolean has(Class<?> owner, Listed listed) {
        return Arrays.stream(owner.getDeclaredMethods()).anyMatch(method -> Modifier.isStatic(method.getModifiers())
                && Modifier.isPublic(method.getModifiers()) && method.getName().equals(listed.name)
                && descriptor(method).equals(listed.descriptor));
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyNativeThatMustBeWrappedIsThereAndHasAHookOfTheSameSignature(Library library) throws Exception {
        for (Wrapped wrapped : Platform.of(library.system).wrapped()) {
            List<Listed> natives = library.of(wrapped.owner());
            if (!natives.isEmpty()) {
                wrapped.checkAgainst(natives.stream().map(Listed::name).collect(Collectors.toSet()));
            } else {
                assertTrue(wrapped.required().isEmpty() || !wrapped.isCertain(), wrapped::toString);
            }
            Class<?> hooks = Class.forName(wrapped.hooks().replace('/', '.'), false, getClass().getClassLoader());
            for (Listed listed : natives) {
                assertTrue(!wrapped.has(listed.name) || has(hooks, listed), listed::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void whatTheAgentCallsIsThereUnderOneOfItsNames(Library library) throws IOException {
        List<Listed> natives = library.natives();
        for (Original original : Platform.of(library.system).originals()) {
            Method stub = Arrays.stream(Natives.class.getDeclaredMethods())
                    .filter(method -> method.getName().equals(original.method())).findFirst().orElseThrow();
            assertTrue(original.candidates().stream()
                    .anyMatch(candidate -> natives.contains(new Listed(Original.ownerIn(candidate), true,
                            Original.nameIn(candidate), descriptor(stub)))),
                    original::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void whatIsNotWrappedIsKnownToNeedNone(Library library) throws IOException {
        Map<String, List<String>> left = new TreeMap<>();
        for (Listed listed : library.natives()) {
            boolean wrapped = Platform.of(library.system).wrapped().stream()
                    .anyMatch(each -> each.owner().equals(listed.owner) && each.has(listed.name));
            boolean called = Platform.of(library.system).originals().stream()
                    .anyMatch(each -> each.candidates().contains(listed.owner + "." + listed.name));
            if (!wrapped && !called && !HARMLESS.contains(listed.name) && !REAL.contains(listed.name)) {
                left.computeIfAbsent(listed.owner, owner -> new ArrayList<>()).add(listed.name);
            }
        }
        // Local sockets and files are none of the network's business; the guard looks after transfers to sockets.
        left.remove("sun/nio/ch/UnixDomainSockets");
        left.remove("sun/nio/ch/FileDispatcherImpl");
        if (library.system == OperatingSystem.WINDOWS) {
            assertEquals(List.of("read0", "write0"),
                    left.remove("sun/nio/ch/WindowsAsynchronousSocketChannelImpl"),
                    "they come after a connection only, and there is none");
        }
        assertEquals(Map.of(), left);
    }

    @ParameterizedTest
    @EnumSource(names = { "LINUX", "MACOS", "WINDOWS" })
    void noClassIsInATableTwice(OperatingSystem system) {
        List<String> owners = Platform.of(system).wrapped().stream().map(Wrapped::owner).toList();
        assertEquals(owners.stream().distinct().toList(), owners);
    }

    @Test
    void aLibraryThatLacksSomethingIsRefusedByItsName() {
        Unwoven refused = assertThrows(Unwoven.class, Platform.of(OperatingSystem.MACOS)::check);
        assertEquals("there is no sun.nio.ch.KQueue", refused.getMessage());
        Wrapped net = Wrapped.always("sun/nio/ch/Net", "SocketHooks", "socket0", "levitate0");
        assertEquals("sun.nio.ch.Net has no native levitate0",
                assertThrows(Unwoven.class, () -> net.checkAgainst(Set.of("socket0"))).getMessage());
    }

    @Test
    void systemsAreKnownByTheNamesThatJavaHasForThem() {
        assertEquals(OperatingSystem.LINUX, OperatingSystem.named("Linux"));
        assertEquals(OperatingSystem.MACOS, OperatingSystem.named("Mac OS X"));
        assertEquals(OperatingSystem.WINDOWS, OperatingSystem.named("Windows 11"));
        assertEquals(OperatingSystem.OTHER, OperatingSystem.named("AIX"));
        assertThrows(Unwoven.class, Platform.of(OperatingSystem.OTHER)::check);
    }
}
