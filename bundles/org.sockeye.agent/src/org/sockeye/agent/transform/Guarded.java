package org.sockeye.agent.transform;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The natives that move bytes from file to file inside the operating system. Where a simulated socket is one of the two,
 * they say that they cannot, so that the library reads and writes instead.
 */
final class Guarded {

    static final List<String> OWNERS = List.of("sun/nio/ch/FileChannelImpl", "sun/nio/ch/FileDispatcherImpl");

    private static final List<String> NAMES = List.of("transferTo0", "transferFrom0");
    private static final String HOOKS = "org/sockeye/agent/hooks/StreamTransferHooks";
    private static final String DESCRIPTOR = "Ljava/io/FileDescriptor;";
    /** {@code sun.nio.ch.IOStatus.UNSUPPORTED_CASE}. */
    private static final long CANNOT = -6;

    private Guarded() {
    }

    static boolean is(String owner, String name) {
        return OWNERS.contains(owner) && NAMES.contains(name);
    }

    /** A body that looks at every descriptor among the arguments, and then calls the native with all of them. */
    static void body(MethodVisitor body, boolean isStatic, String owner, String renamed, String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        Label cannot = new Label();
        int first = isStatic ? 0 : 1;
        body.visitCode();
        int local = first;
        for (Type type : types) {
            if (type.getDescriptor().equals(DESCRIPTOR)) {
                body.visitVarInsn(Opcodes.ALOAD, local);
                body.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "isSimulated", "(" + DESCRIPTOR + ")Z", false);
                body.visitJumpInsn(Opcodes.IFNE, cannot);
            }
            local += type.getSize();
        }
        local = first;
        if (!isStatic) {
            body.visitVarInsn(Opcodes.ALOAD, 0);
        }
        for (Type type : types) {
            body.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        body.visitMethodInsn(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, owner, renamed, descriptor,
                false);
        body.visitInsn(Opcodes.LRETURN);
        body.visitLabel(cannot);
        body.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        body.visitLdcInsn(CANNOT);
        body.visitInsn(Opcodes.LRETURN);
        body.visitMaxs(local + 1, local);
        body.visitEnd();
    }
}
