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

/** Gives each method of {@code org.sockeye.agent.natives.Natives} the body that calls its native. */
final class OriginalsFiller extends ClassVisitor {

    static final String TARGET = "org/sockeye/agent/natives/Natives";

    private final Map<String, Set<String>> natives = new HashMap<>();

    OriginalsFiller(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        for (Original original : Original.ALL) {
            if (original.method().equals(name)) {
                MethodVisitor body = super.visitMethod(access, name, descriptor, signature, thrown);
                fill(body, original, descriptor);
                return null;
            }
        }
        return super.visitMethod(access, name, descriptor, signature, thrown);
    }

    private void fill(MethodVisitor body, Original original, String descriptor) {
        for (String candidate : original.candidates()) {
            String owner = candidate.substring(0, candidate.indexOf('.'));
            String name = candidate.substring(candidate.indexOf('.') + 1);
            boolean only = original.candidates().size() == 1;
            if (only || nativesOf(owner).contains(name)) {
                Wrapped wrapped = Wrapped.of(owner);
                String target = wrapped != null && wrapped.has(name) ? NativeWrapper.PREFIX + name : name;
                NativeWrapper.passOn(body, 0, owner, target, descriptor);
                return;
            }
        }
        throw new Unwoven("no native " + String.join(" or ", original.candidates()));
    }

    private Set<String> nativesOf(String className) {
        Set<String> known = natives.get(className);
        if (known == null) {
            known = readNatives(className);
            natives.put(className, known);
        }
        return known;
    }

    private static Set<String> readNatives(String className) {
        Set<String> names = new HashSet<>();
        try (InputStream in = Object.class.getResourceAsStream("/" + className + ".class")) {
            if (in != null) {
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
            }
        } catch (IOException e) {
            throw new Unwoven("cannot read " + className);
        }
        return names;
    }
}
