package org.sockeye.agent.transform;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;

/**
 * Finds out whether a class named in a call is {@link Thread} or inherits from it, without loading it: inside a subclass
 * {@code sleep(100)} is compiled as a call of the subclass.
 *
 * @param loader the class loader in which the name means something, or null for the bootstrap loader
 * @param self the class that is being rewritten
 */
record Ancestry(ClassLoader loader, ClassReader self) {

    private static final String THREAD = "java/lang/Thread";
    private static final String OBJECT = "java/lang/Object";

    boolean isThread(String name) {
        String current = name;
        while (current != null && !current.equals(OBJECT)) {
            if (current.equals(THREAD)) {
                return true;
            }
            current = current.equals(self.getClassName()) ? self.getSuperName() : parentOf(current);
        }
        return false;
    }

    private String parentOf(String name) {
        String file = name + ".class";
        try (InputStream in = loader == null ? Object.class.getResourceAsStream("/" + file)
                : loader.getResourceAsStream(file)) {
            return in == null ? null : new ClassReader(in.readAllBytes()).getSuperName();
        } catch (IOException e) {
            return null;
        }
    }
}
