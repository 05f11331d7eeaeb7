package org.sockeye.stack.trace;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A capture file whose frames are read when they are asked for. Of each frame no more is kept than where it stands in the
 * file: eight bytes, so that captures of many millions of frames fit in little memory. For one thread at a time.
 */
public final class CaptureFile implements Closeable {

    private final RandomAccessFile file;
    private final CaptureInput input;
    private final CaptureFormat format;
    private final List<CaptureSection> sections = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private long[] positions = new long[1024];
    private int size;
    private @Nullable CaptureException problem;

    private CaptureFile(Path path, RandomAccessFile file) throws IOException {
        this.file = file;
        this.input = new CaptureInput(path.toString(), new FileInputStream(file.getFD()));
        this.format = PcapngReader.format(input);
    }

    /**
     * Opens a capture file and notes where its frames are.
     *
     * @param each gets all frames, one after the other; it need not keep them
     * @throws CaptureException if it does not begin as a capture file
     * @throws IOException naming the file and a remedy, if it cannot be read
     */
    public static CaptureFile open(Path path, Consumer<CapturedFrame> each) throws IOException {
        PcapngReader.check(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            CaptureFile opened = new CaptureFile(path, file);
            opened.scan(each);
            return opened;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void scan(Consumer<CapturedFrame> each) throws IOException {
        try {
            for (Optional<CapturedFrame> frame = format.next(); frame.isPresent(); frame = format.next()) {
                add(input.marked());
                each.accept(frame.get());
            }
        } catch (CaptureException e) {
            problem = e;
        }
    }

    private void add(long position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
        }
        positions[size++] = position;
        if (sections.isEmpty() || sections.getLast() != format.section()) {
            sections.add(format.section());
            firsts.add(size);
        }
    }

    /** Why the frames end early, if the file is corrupt behind the last one. */
    public Optional<CaptureException> problem() {
        return Optional.ofNullable(problem);
    }

    /** How many frames there are. */
    public int size() {
        return size;
    }

    /**
     * One frame, read from the file.
     *
     * @param number from 1
     * @throws IndexOutOfBoundsException if there is none
     * @throws IOException if the file has been changed meanwhile
     */
    public CapturedFrame frame(int number) throws IOException {
        if (number < 1 || number > size) {
            throw new IndexOutOfBoundsException("frame " + number + " of " + size);
        }
        long position = positions[number - 1];
        if (!input.moveTo(position)) {
            file.seek(position);
        }
        int section = sections.size() - 1;
        while (firsts.get(section) > number) {
            section--;
        }
        format.resume(sections.get(section), number);
        return format.next().orElseThrow(
                () -> input.error("the file has been changed since it was opened; open it again"));
    }

    /** The frames, each read from the file when it is asked for; frame {@code n} is at index {@code n - 1}. */
    public List<CapturedFrame> frames() {
        return new Frames();
    }

    private final class Frames extends AbstractList<CapturedFrame> implements RandomAccess {

        @Override
        public CapturedFrame get(int index) {
            try {
                return frame(index + 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int size() {
            return size;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
