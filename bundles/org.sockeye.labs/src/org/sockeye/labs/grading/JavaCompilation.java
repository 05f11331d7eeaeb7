package org.sockeye.labs.grading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles with the JDK that grades, which also runs the students' programs. Annotation processors, which would run a
 * student's code in this process, are off.
 */
final class JavaCompilation {

    private JavaCompilation() {
    }

    /**
     * Compiles.
     *
     * @return what is wrong, such as "TCPServer.java:12: ';' expected"; empty if nothing is
     * @throws GraderException if this Java has no compiler
     */
    static List<String> compile(List<Path> files, List<Path> classPath, Path output) throws GraderException,
            IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new GraderException("this Java has no compiler; grade with a JDK, not a JRE");
        }
        List<JavaSource> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(new JavaSource(file));
        }
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("-proc:none", "-nowarn", "-g", "-classpath", path.isEmpty() ? output.toString()
                : path,
                "-sourcepath", "", "-d", output.toString());
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
            boolean good = compiler.getTask(null, manager, diagnostics, options, null, sources).call();
            return good ? List.of() : problems(diagnostics.getDiagnostics());
        }
    }

    private static List<String> problems(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).map(each -> {
            String text = each.getMessage(Locale.ENGLISH).lines().map(String::strip).collect(Collectors.joining("; "));
            return each.getSource() instanceof JavaSource source ? source.simpleName() + ":" + each.getLineNumber()
                    + ": " + text
                    : text;
        }).toList();
    }
}
