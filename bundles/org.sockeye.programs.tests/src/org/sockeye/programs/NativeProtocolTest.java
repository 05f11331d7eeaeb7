package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Command;
import org.sockeye.agent.protocol.Group;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Role;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.agent.protocol.Wait;

/** The preload library and the network mean the same by each byte: the C header against {@code org.sockeye.agent.protocol}. */
class NativeProtocolTest {

    private static final Path HEADER = Path.of(System.getProperty("sockeye.root"))
            .resolve("bundles/org.sockeye.preload/src/protocol.h");
    private static final Pattern ENUM = Pattern.compile("enum (\\w*) ?\\{([^}]*)\\}");

    /** The names and values of the header's enums, by the enum's name; those without a name under "". */
    private static Map<String, Map<String, Long>> header() throws IOException {
        Map<String, Map<String, Long>> enums = new TreeMap<>();
        Matcher found = ENUM.matcher(Files.readString(HEADER));
        while (found.find()) {
            Map<String, Long> values = enums.computeIfAbsent(found.group(1), name -> new LinkedHashMap<>());
            long next = 0;
            for (String entry : found.group(2).split(",")) {
                String[] words = entry.strip().split("\\s*=\\s*");
                next = words.length == 1 ? next : product(words[1]);
                values.put(words[0], next++);
            }
        }
        return enums;
    }

    private static long product(String text) {
        long product = 1;
        for (String factor : text.split("\\*")) {
            product *= Long.parseLong(factor.strip());
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(classes = { Role.class, Operation.class, Option.class, Reply.Outcome.class, Command.Kind.class,
            Wait.class })
    <T extends Enum<T>> void everyEnumHasTheSameNamesInTheSameOrder(Class<T> type) throws IOException {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (T constant : type.getEnumConstants()) {
            expected.put((type.getSimpleName() + "_" + constant.name()).toUpperCase(), (long) constant.ordinal());
        }
        assertEquals(expected, header().get(type.getSimpleName().toLowerCase()));
    }

    @Test
    void theSharedMemoryHasTheSameFields() throws IOException, IllegalAccessException {
        Map<String, Long> expected = new TreeMap<>();
        for (Field field : SharedLayout.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                expected.put("SHARED_" + field.getName(), ((Number) field.get(null)).longValue());
            }
        }
        expected.remove("SHARED_NEVER");
        expected.remove("SHARED_SIZE");
        assertEquals(expected, new TreeMap<>(header().get("shared")));
    }

    @Test
    void lengthsAndFlagsAreTheSame() throws IOException {
        assertEquals(new TreeMap<>(Map.of("REPLY_TAKE_TOKEN", (long) Reply.TAKE_TOKEN, "REPLY_PLUG", (long) Reply.PLUG,
                "REPLY_PLUG_SIZE", (long) Reply.PLUG_SIZE, "COMMAND_SIZE", (long) Command.SIZE, "CALL_LARGEST",
                (long) Call.LARGEST, "SOCKADDR_ADDRESS_LENGTH", (long) Sockaddr.ADDRESS_LENGTH, "SOCKADDR_LENGTH",
                (long) Sockaddr.LENGTH, "GROUP_LENGTH", (long) Group.LENGTH)), new TreeMap<>(header().get("")));
    }
}
