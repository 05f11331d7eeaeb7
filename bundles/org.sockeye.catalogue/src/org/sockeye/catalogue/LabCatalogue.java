package org.sockeye.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockeye.labs.format.Folders;
import org.sockeye.labs.format.Lab;
import org.sockeye.labs.format.LabException;

/**
 * The labs that ship, as folders. Where they are packed in a jar, they lie in a temporary folder until the catalogue is
 * closed.
 */
public final class LabCatalogue implements AutoCloseable {

    private final ShippedFolder shipped;

    private LabCatalogue(ShippedFolder shipped) {
        this.shipped = shipped;
    }

    /**
     * Opens the catalogue.
     *
     * @throws IOException if the labs are not where this class was loaded from
     */
    public static LabCatalogue open() throws IOException {
        return new LabCatalogue(ShippedFolder.labs());
    }

    /** The ids of the labs, such as "tcp-uppercase", in alphabetical order. */
    public List<String> ids() throws IOException {
        return Folders.in(shipped.path()).stream().map(folder -> folder.getFileName().toString()).toList();
    }

    /** All labs, by id. */
    public List<Lab> labs() throws LabException, IOException {
        List<Lab> labs = new ArrayList<>();
        for (String id : ids()) {
            labs.add(lab(id));
        }
        return labs;
    }

    /**
     * The lab of that id.
     *
     * @throws LabException if there is none; the message lists those there are
     */
    public Lab lab(String id) throws LabException, IOException {
        if (!ids().contains(id)) {
            throw new LabException("there is no lab '" + id + "'; there are " + String.join(", ", ids()));
        }
        return Lab.read(shipped.path().resolve(id));
    }

    /**
     * The lab of that id, or else the lab in the folder of that name.
     *
     * @throws LabException if there is neither
     */
    public Lab find(String idOrFolder) throws LabException, IOException {
        return ids().contains(idOrFolder) || !Files.isDirectory(Path.of(idOrFolder)) ? lab(idOrFolder) : Lab.read(Path
                .of(idOrFolder));
    }

    /**
     * Copies the sources that a student starts from; files that are there already are left alone.
     *
     * @param folder a source folder; it is made if need be
     */
    public void copyStarter(String id, Path folder) throws LabException, IOException {
        ShippedFolder.copy(lab(id).starter(), folder);
    }

    @Override
    public void close() {
        shipped.close();
    }
}
