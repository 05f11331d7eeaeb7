package org.sockeye.labs.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.Set;

/** Reads the mutants of a lab. The first comment of one of a mutant's files names the checks that it must fail. */
final class MutantReader {

    private static final Pattern FIRST_COMMENT = Pattern.compile("\\A\\s*(/\\*.*?\\*/|(?:[ \\t]*//[^\\n]*\\n)+)",
            Pattern.DOTALL);
    private static final Pattern MUST_FAIL = Pattern.compile("Must fail:([\\w\\s,*/]+)");
    private static final Pattern NAME = Pattern.compile("\\w+");

    private MutantReader() {
    }

    static List<Mutant> read(Path folder) throws LabException, IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (Path each : Folders.in(folder)) {
            Set<String> mustFail = new TreeSet<>();
            for (Path file : Folders.javaFiles(each)) {
                mustFail.addAll(mustFail(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
            if (mustFail.isEmpty()) {
                throw LabException.at(each, 0, "the mutant does not say which checks it must fail",
                        "begin one of its files with a comment like // What is wrong. Must fail: firstCheck, secondCheck");
            }
            mutants.add(new Mutant(each.getFileName().toString(), each, mustFail));
        }
        return mutants;
    }

    private static Set<String> mustFail(String source) {
        Set<String> names = new TreeSet<>();
        Matcher comment = FIRST_COMMENT.matcher(source);
        if (comment.find()) {
            Matcher declared = MUST_FAIL.matcher(comment.group(1));
            if (declared.find()) {
                NAME.matcher(declared.group(1)).results().forEach(name -> names.add(name.group()));
            }
        }
        return names;
    }
}
