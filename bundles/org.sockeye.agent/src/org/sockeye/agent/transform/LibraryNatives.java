package org.sockeye.agent.transform;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The natives of the Java library's classes, found without loading them. */
final class LibraryNatives {

    private static final Map<String, Set<String>> KNOWN = new HashMap<>();

    private LibraryNatives() {
    }

    /** The names of a class's natives; null if there is no such class. */
    static Set<String> of(String className) {
        if (!KNOWN.containsKey(className)) {
            KNOWN.put(className, read(className));
        }
        return KNOWN.get(className);
    }

    private static Set<String> read(String className) {
        try (InputStream in = Object.class.getResourceAsStream("/" + className + ".class")) {
            if (in == null) {
                return null;
            }
            Set<String> names = new HashSet<>();
            new ClassReader(in.readAllBytes()).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] thrown) {
                    if ((access & Opcodes.ACC_NATIVE) != 0) {
                        names.add(name);
                    }
                    return null;
                }
            }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return names;
        } catch (IOException e) {
            throw new Unwoven("cannot read " + className);
        }
    }
}
