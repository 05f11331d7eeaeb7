package org.sockeye.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Opens a class of the library to the agent and wraps its natives: each gets a body that calls the hook, and the native
 * itself goes on under a prefix which the virtual machine takes off again as it looks for the native's code.
 */
final class NativeWrapper extends ClassVisitor {

    static final String PREFIX = "sockeye$";

    private final Wrapped wrapped;
    private final List<String> missing;
    private String owner = "";

    /** @param wrapped what to wrap, or null to open the class only */
    NativeWrapper(ClassVisitor next, Wrapped wrapped) {
        super(Opcodes.ASM9, next);
        this.wrapped = wrapped;
        missing = wrapped == null ? List.of() : new ArrayList<>(wrapped.required());
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        if ((access & Opcodes.ACC_NATIVE) == 0) {
            return super.visitMethod(access, name, descriptor, signature, thrown);
        }
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        int opened = isStatic ? open(access) : access;
        if (Guarded.is(owner, name)) {
            super.visitMethod(open(access), PREFIX + name, descriptor, signature, thrown).visitEnd();
            MethodVisitor guarded = super.visitMethod(access & ~Opcodes.ACC_NATIVE, name, descriptor, signature,
                    thrown);
            Guarded.body(guarded, isStatic, owner, PREFIX + name, descriptor);
            return null;
        }
        if (wrapped == null || !wrapped.has(name)) {
            return super.visitMethod(opened, name, descriptor, signature, thrown);
        }
        missing.remove(name);
        if (isStatic) {
            super.visitMethod(opened, PREFIX + name, descriptor, signature, thrown).visitEnd();
        }
        MethodVisitor body = super.visitMethod(access & ~Opcodes.ACC_NATIVE, name, descriptor, signature, thrown);
        passOn(body, isStatic ? 0 : 1, wrapped.hooks(), name, descriptor);
        return null;
    }

    private static int open(int access) {
        return access & ~(Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
    }

    /** A body that calls a static method with its own arguments, the first of them in {@code local}. */
    static void passOn(MethodVisitor body, int local, String owner, String name, String descriptor) {
        int next = local;
        body.visitCode();
        for (Type type : Type.getArgumentTypes(descriptor)) {
            body.visitVarInsn(type.getOpcode(Opcodes.ILOAD), next);
            next += type.getSize();
        }
        body.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        body.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        body.visitMaxs(next + 2, next);
        body.visitEnd();
    }

    @Override
    public void visitEnd() {
        if (!missing.isEmpty()) {
            throw new Unwoven(owner.replace('/', '.') + " has no native " + String.join(", ", missing));
        }
        super.visitEnd();
    }
}
