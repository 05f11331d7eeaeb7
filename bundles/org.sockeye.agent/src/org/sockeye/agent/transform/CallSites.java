package org.sockeye.agent.transform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns calls that tell or spend time, and some about sockets that are no natives, into calls of the hooks. */
final class CallSites extends ClassVisitor {

    private static final String TIME = "org/sockeye/agent/hooks/TimeHooks";
    private static final String THREADS = "org/sockeye/agent/hooks/ThreadHooks";
    private static final String SOCKETS = "org/sockeye/agent/hooks/SocketHooks";
    private static final List<String> NAMES = List.of("nanoTime", "currentTimeMillis", "getNanoTimeAdjustment", "sleep",
            "yield", "wait", "park", "newFD", "start0", "getRandom",
            "configureBlocking");
    private static final List<String> WAITS = List.of("()V", "(J)V", "(JI)V");
    private static final List<String> SLEEPS = List.of("(J)V", "(JI)V", "(Ljava/time/Duration;)V");

    private final Ancestry ancestry;
    private String owner = "";

    CallSites(ClassVisitor next, Ancestry ancestry) {
        super(Opcodes.ASM9, next);
        this.ancestry = ancestry;
    }

    /** True if a class may contain such calls: a quick look at its constants. */
    static boolean mayBeIn(byte[] bytes, ClassReader reader) {
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset == 0 || bytes[offset - 1] != 1) {
                continue;
            }
            int length = (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
            if (length >= 4 && length <= 21 && isOneOfNames(bytes, offset + 2, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOfNames(byte[] bytes, int offset, int length) {
        for (int n = 0; n < NAMES.size(); n++) {
            String name = NAMES.get(n);
            if (name.length() == length && name.charAt(0) == bytes[offset]
                    && name.equals(new String(bytes, offset, length, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
        if (next == null) {
            return null;
        }
        MethodVisitor calls = new Calls(next);
        if (owner.equals("java/lang/Thread") && name.equals("exit") && descriptor.equals("()V")) {
            calls.visitMethodInsn(Opcodes.INVOKESTATIC, THREADS, "exiting", "()V", false);
        }
        return calls;
    }

    /** The hook for a static method, or null. */
    private String hookOfStatic(String of, String name, String descriptor) {
        switch (name) {
            case "nanoTime":
            case "currentTimeMillis":
                return of.equals("java/lang/System") ? TIME : null;
            case "getNanoTimeAdjustment":
                return of.equals("jdk/internal/misc/VM") ? TIME : null;
            case "sleep":
                return SLEEPS.contains(descriptor) && ancestry.isThread(of) ? TIME : null;
            case "yield":
                return descriptor.equals("()V") && ancestry.isThread(of) ? TIME : null;
            case "getRandom":
                return owner.equals("sun/nio/ch/UnixDomainSockets") && of.equals(owner) ? SOCKETS : null;
            case "newFD":
                return owner.equals("sun/nio/ch/Net") && of.equals("sun/nio/ch/IOUtil") ? SOCKETS : null;
            case "configureBlocking":
                return of.equals("sun/nio/ch/IOUtil") ? SOCKETS : null;
            default:
                return null;
        }
    }

    private final class Calls extends MethodVisitor {

        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String of, String name, String descriptor, boolean isInterface) {
            String hook = opcode == Opcodes.INVOKESTATIC ? hookOfStatic(of, name, descriptor) : null;
            if (hook != null) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, hook, name, descriptor, false);
            } else if (opcode == Opcodes.INVOKEVIRTUAL && name.equals("wait") && WAITS.contains(descriptor)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TIME, name, "(Ljava/lang/Object;" + descriptor.substring(1),
                        false);
            } else if (opcode == Opcodes.INVOKEVIRTUAL && name.equals("park") && of.endsWith("misc/Unsafe")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TIME, name, "(Ljava/lang/Object;ZJ)V", false);
            } else {
                if (name.equals("start0") && of.equals("java/lang/Thread")) {
                    super.visitInsn(Opcodes.DUP);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, THREADS, "starting", "(Ljava/lang/Thread;)V", false);
                }
                super.visitMethodInsn(opcode, of, name, descriptor, isInterface);
            }
        }

        /** Method references such as {@code System::nanoTime}. */
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] changed = Arrays.copyOf(arguments, arguments.length);
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] instanceof Handle handle && handle.getTag() == Opcodes.H_INVOKESTATIC) {
                    String hook = hookOfStatic(handle.getOwner(), handle.getName(), handle.getDesc());
                    if (hook != null) {
                        changed[i] = new Handle(handle.getTag(), hook, handle.getName(), handle.getDesc(), false);
                    }
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, changed);
        }

        /** Room for the argument that is pushed once more. */
        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
