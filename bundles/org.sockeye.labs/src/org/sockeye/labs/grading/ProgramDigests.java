package org.sockeye.labs.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.Role;

/**
 * Tells programs apart by their class files. To a role's program belong all classes of the submission but the main classes
 * of other roles, unless one of its classes names them.
 */
final class ProgramDigests {

    private ProgramDigests() {
    }

    /** By role: the digest of its program. */
    static Map<String, String> of(Lab lab, Path classes) throws IOException {
        Map<String, byte[]> files = read(classes);
        Map<String, String> digests = new TreeMap<>();
        for (Role role : lab.roles()) {
            List<Role> others = lab.roles().stream().filter(other -> !other.equals(role)).toList();
            Map<String, byte[]> own = new TreeMap<>(files);
            own.keySet().removeIf(file -> others.stream().anyMatch(other -> isOf(file, other)));
            boolean apart = own.values().stream().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .noneMatch(text -> others.stream().anyMatch(other -> text.contains(other.mainClass())));
            digests.put(role.name(), digest(apart ? own : files));
        }
        return digests;
    }

    private static boolean isOf(String file, Role role) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.equals(role.mainClass() + ".class") || name.startsWith(role.mainClass() + "$");
    }

    private static Map<String, byte[]> read(Path classes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(classes)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            files.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return files;
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
