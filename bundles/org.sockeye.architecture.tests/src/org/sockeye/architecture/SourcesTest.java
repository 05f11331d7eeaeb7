package org.sockeye.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every source file. */
class SourcesTest {

    private static final int LONGEST = 400;

    /** Standard output belongs to the command; the agent's only way to speak is the program's standard error. */
    @TestFactory
    Stream<DynamicTest> onlyTheCommandPrints() {
        return Bundle.all().stream().filter(bundle -> !Set.of("cli", "agent").contains(bundle.shortName()))
                .map(bundle -> DynamicTest.dynamicTest(bundle.name(), () -> noClasses().should()
                        .accessField(System.class, "out").orShould().accessField(System.class, "err")
                        .orShould().callMethod(Throwable.class, "printStackTrace").allowEmptyShould(true)
                        .check(bundle.classes())));
    }

    @Test
    void noFileIsPastFourHundredLines() {
        List<String> tooLong = new ArrayList<>();
        Stream.concat(Stream.concat(Bundle.all().stream(), Bundle.tests().stream())
                .flatMap(bundle -> bundle.sources().stream()), Bundle.nativeSources().stream()).forEach(file -> {
                    long lines = Bundle.read(file).lines().count();
                    if (lines > LONGEST) {
                        tooLong.add(file.getFileName() + ": " + lines);
                    }
                });
        assertEquals(List.of(), tooLong);
    }

    @Test
    void bundlesShareTheirCompilerSettings() {
        Path settings = Path.of(".settings", "org.eclipse.jdt.core.prefs");
        String expected = Bundle.read(Bundle.named("stack").folder().resolve(settings));
        assertEquals(List.of(), Bundle.all().stream().filter(bundle -> !bundle.shortName().equals("agent"))
                .filter(bundle -> !Bundle.read(bundle.folder().resolve(settings)).equals(expected)).map(Bundle::name)
                .toList());
    }
}
