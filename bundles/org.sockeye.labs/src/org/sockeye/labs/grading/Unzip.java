package org.sockeye.labs.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Unpacks what a stranger packed: never outside its folder, never without measure. */
final class Unzip {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 100L << 20;

    private final Path zip;
    private final Path folder;
    private long bytes;

    private Unzip(Path zip, Path folder) {
        this.zip = zip;
        this.folder = folder;
    }

    static void into(Path folder, Path zip) throws SubmissionException, IOException {
        new Unzip(zip, folder).unpack();
    }

    private void unpack() throws SubmissionException, IOException {
        int entries = 0;
        // names that are not UTF-8 must not end it, and Java's own file names are ASCII in practice
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file, StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooBig();
                }
                unpack(entry, in);
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
            throw notAZip();
        }
        if (entries == 0) {
            throw notAZip();
        }
    }

    private void unpack(ZipEntry entry, ZipInputStream in) throws SubmissionException, IOException {
        Path target = target(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        byte[] buffer = new byte[8192];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
                if (bytes > MOST_BYTES) {
                    throw tooBig();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private Path target(String name) throws SubmissionException {
        try {
            Path target = folder.resolve(name.replace('\\', '/')).normalize();
            if (target.startsWith(folder) && !target.equals(folder)) {
                return target;
            }
        } catch (InvalidPathException e) {
            // as bad as one that leads elsewhere
        }
        throw new SubmissionException(zip + ": the entry '" + name.replaceAll("\\p{Cntrl}", "?")
                + "' leads out of the zip; pack the folder anew");
    }

    private SubmissionException tooBig() {
        return new SubmissionException(zip + ": more than " + MOST_ENTRIES + " files or " + (MOST_BYTES >> 20)
                + " MB when unpacked; pack only the sources");
    }

    private SubmissionException notAZip() {
        return new SubmissionException(zip
                + ": not a zip file, or a broken one; name a folder or a zip of Java sources");
    }
}
