package org.sockeye.launching.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.sockeye.catalogue.LabCatalogue;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;
import org.sockeye.launching.Messages;

/** The labs that are installed. Reads files when it is asked first. */
public final class LabSheets {

    private static @Nullable List<LabSheet> read;

    private LabSheets() {
    }

    /** Every lab, in the catalogue's order. */
    public static synchronized List<LabSheet> all() throws CoreException {
        List<LabSheet> known = read;
        if (known == null) {
            known = read();
            read = known;
        }
        return known;
    }

    /** The lab of that id, if it is installed. */
    public static Optional<LabSheet> of(String id) throws CoreException {
        return all().stream().filter(lab -> lab.id().equals(id)).findFirst();
    }

    /** Copies a lab's starter code. */
    static void copyStarter(String id, Path folder) throws CoreException {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            catalogue.copyStarter(id, folder);
        } catch (IOException | LabException e) {
            throw failure(e);
        }
    }

    private static List<LabSheet> read() throws CoreException {
        try (LabCatalogue catalogue = LabCatalogue.open()) {
            List<LabSheet> sheets = new ArrayList<>();
            for (Lab lab : catalogue.labs()) {
                sheets.add(new LabSheet(lab.id(), lab.title(), Files.readString(lab.instructions()), checks(lab)));
            }
            return List.copyOf(sheets);
        } catch (IOException | LabException e) {
            throw failure(e);
        }
    }

    private static List<LabSheet.Check> checks(Lab lab) throws IOException {
        try (Stream<Path> files = Files.walk(lab.checks())) {
            List<LabSheet.Check> checks = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                checks.addAll(CheckTitles.in(Files.readString(file, StandardCharsets.UTF_8)));
            }
            return checks;
        }
    }

    private static CoreException failure(Exception cause) {
        return new CoreException(Status.error(NLS.bind(Messages.noLabs, cause.getMessage()), cause));
    }
}
