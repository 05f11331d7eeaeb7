package org.sockeye.programs.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the preload library can get into an executable file (ELF): the dynamic linker must start it, unprivileged. */
public final class Joinable {

    private static final int HEADER = 64;
    private static final int MAGIC = 0x464c457f;
    private static final int CLASS = 4;
    private static final int CLASS_64 = 2;
    private static final int TABLE_OFFSET = 32;
    private static final int ENTRY_SIZE = 54;
    private static final int ENTRIES = 56;
    private static final int INTERPRETER = 3;

    private Joinable() {
    }

    /** Why it cannot, in words that follow a program's name; empty if it can, or if that cannot be told. */
    public static Optional<String> obstacle(Path executable) {
        try (RandomAccessFile file = new RandomAccessFile(executable.toFile(), "r")) {
            ByteBuffer header = read(file, 0, HEADER);
            if (header.getInt(0) != MAGIC) {
                return Optional.empty();
            }
            if (header.get(CLASS) != CLASS_64) {
                return Optional.of("is a 32-bit program");
            }
            if (isPrivileged(executable)) {
                return Optional.of("runs with privileges of its own");
            }
            return hasInterpreter(file, header) ? Optional.empty() : Optional.of("is statically linked");
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static boolean hasInterpreter(RandomAccessFile file, ByteBuffer header) throws IOException {
        long table = header.getLong(TABLE_OFFSET);
        for (int i = 0; i < header.getShort(ENTRIES); i++) {
            if (read(file, table + (long) i * header.getShort(ENTRY_SIZE), 4).getInt(0) == INTERPRETER) {
                return true;
            }
        }
        return false;
    }

    /** Set-user-ID or set-group-ID: the dynamic linker ignores the library then, unless that is who runs it anyway. */
    private static boolean isPrivileged(Path executable) throws IOException {
        int mode = (int) Files.getAttribute(executable, "unix:mode");
        boolean othersFile = !Files.getAttribute(executable, "unix:uid")
                .equals(Files.getAttribute(Path.of("/proc/self"),
                        "unix:uid"));
        return (mode & 02000) != 0 || (mode & 04000) != 0 && othersFile;
    }

    private static ByteBuffer read(RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
