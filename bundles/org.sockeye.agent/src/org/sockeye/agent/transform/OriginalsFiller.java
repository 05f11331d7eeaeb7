package org.sockeye.agent.transform;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Gives each method of {@code org.sockeye.agent.natives.Natives} that this system has the body that calls its native. */
final class OriginalsFiller extends ClassVisitor {

    static final String TARGET = "org/sockeye/agent/natives/Natives";

    OriginalsFiller(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor body = super.visitMethod(access, name, descriptor, signature, thrown);
        for (Original original : Platform.HERE.originals()) {
            if (original.method().equals(name)) {
                fill(body, original.find(), descriptor);
                return null;
            }
        }
        return body;
    }

    private static void fill(MethodVisitor body, String found, String descriptor) {
        String owner = Original.ownerIn(found);
        String name = Original.nameIn(found);
        Wrapped wrapped = Wrapped.of(owner);
        String target = wrapped != null && wrapped.has(name) ? NativeWrapper.PREFIX + name : name;
        NativeWrapper.passOn(body, 0, owner, target, descriptor);
    }
}
