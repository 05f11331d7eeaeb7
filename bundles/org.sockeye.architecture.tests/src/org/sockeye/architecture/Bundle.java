package org.sockeye.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bundle in the checkout: its sources and its built classes. */
record Bundle(String name, Path folder) {

    private static final Path BUNDLES = Path.of(System.getProperty("sockeye.root")).resolve("bundles");
    private static final String PRELOAD = "org.sockeye.preload";
    private static final TreeMap<String, JavaClasses> IMPORTED = new TreeMap<>();

    /** Those of the product that are in Java, in the order of their names. */
    static List<Bundle> all() {
        return withManifest(name -> !name.endsWith(".tests") && !name.equals(PRELOAD));
    }

    static List<Bundle> tests() {
        return withManifest(name -> name.endsWith(".tests"));
    }

    static Bundle named(String shortName) {
        return new Bundle("org.sockeye." + shortName, BUNDLES.resolve("org.sockeye." + shortName));
    }

    String shortName() {
        return name.substring("org.sockeye.".length());
    }

    /** True if {@code packageName} is one of this bundle's. */
    boolean contains(String packageName) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }

    JavaClasses classes() {
        return IMPORTED.computeIfAbsent(name,
                n -> new ClassFileImporter().importPath(folder.resolve("target/classes")));
    }

    /** The sources of the one bundle that is in C. */
    static List<Path> nativeSources() {
        try (Stream<Path> files = Files.list(BUNDLES.resolve(PRELOAD).resolve("src"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> sources() {
        Path src = folder.resolve("src");
        if (!Files.isDirectory(src)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(src)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages that have sources, as names. */
    Set<String> packages() {
        return sources().stream().map(file -> folder.resolve("src").relativize(file.getParent()))
                .map(path -> path.toString().replace(path.getFileSystem().getSeparator(), "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String manifest(String header) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            String value = new Manifest(in).getMainAttributes().getValue(header);
            return value == null ? "" : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Bundle> withManifest(Predicate<String> wanted) {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                    .map(folder -> new Bundle(folder.getFileName().toString(), folder))
                    .filter(bundle -> wanted.test(bundle.name())).sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
