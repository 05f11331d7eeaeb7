package org.sockeye.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every package. */
class PackagesTest {

    @TestFactory
    Stream<DynamicTest> packagesOfABundleFormNoCycle() {
        return Bundle.all().stream().map(bundle -> DynamicTest.dynamicTest(bundle.name(),
                () -> slices().matching("org.sockeye.(**)").should().beFreeOfCycles().allowEmptyShould(true)
                        .check(bundle.classes())));
    }

    /** The agent has no annotations to use: it depends on nothing. */
    @TestFactory
    Stream<DynamicTest> everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        return Bundle.all().stream().filter(bundle -> !bundle.shortName().equals("agent"))
                .flatMap(bundle -> bundle.packages().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path info = bundle.folder().resolve("src").resolve(name.replace('.', '/'))
                            .resolve("package-info.java");
                    assertTrue(Files.exists(info), name + " has no package-info.java");
                    String text = Bundle.read(info);
                    assertTrue(text.contains("@NullMarked"), name + " is not @NullMarked");
                    assertTrue(text.contains("/**"), name + " does not say what it is for");
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyPackageIsExported() {
        return Bundle.all().stream().map(bundle -> DynamicTest.dynamicTest(bundle.name(),
                () -> assertEquals(bundle.packages(), exported(bundle),
                        "sources of " + bundle.name() + " and Export-Package in its META-INF/MANIFEST.MF")));
    }

    @TestFactory
    Stream<DynamicTest> aBundleKeepsToPackagesOfItsName() {
        return Bundle.all().stream().map(bundle -> DynamicTest.dynamicTest(bundle.name(), () -> assertEquals(List.of(),
                bundle.packages().stream().filter(name -> !bundle.contains(name)).toList())));
    }

    private static TreeSet<String> exported(Bundle bundle) {
        return Arrays.stream(bundle.manifest("Export-Package").replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.split(";")[0].strip()).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
