package org.sockeye.drill;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One way in which a TCP may be broken: a method of the stack that does nothing any more, or always says the same.
 *
 * @param what is broken, in words
 * @param className of the class, below {@code org.sockeye.stack}
 * @param method its name
 * @param says what it returns from now on, as a number; empty if it does nothing
 * @param script the script that must notice
 * @param sign what the script's verdict must say, so that it fails for this reason and not for another
 */
record Fault(String what, String className, String method, OptionalInt says, String script, String sign) {

    static Fault silent(String what, String method, String script, String sign) {
        return new Fault(what, method.substring(0, method.lastIndexOf('.')),
                method.substring(method.lastIndexOf('.') + 1), OptionalInt.empty(), script, sign);
    }

    static Fault constant(String what, String method, int says, String script, String sign) {
        return new Fault(what, method.substring(0, method.lastIndexOf('.')),
                method.substring(method.lastIndexOf('.') + 1), OptionalInt.of(says), script, sign);
    }

    /** The class, broken. */
    byte[] applied(byte[] classFile) {
        AtomicInteger changed = new AtomicInteger();
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                MethodVisitor original = super.visitMethod(access, name, descriptor, signature, exceptions);
                if (!name.equals(method)) {
                    return original;
                }
                changed.incrementAndGet();
                write(original, descriptor);
                return null;
            }
        }, 0);
        if (changed.get() == 0) {
            throw new IllegalArgumentException("nothing to break: " + className + " has no method " + method);
        }
        return writer.toByteArray();
    }

    private void write(MethodVisitor body, String descriptor) {
        Type result = Type.getReturnType(descriptor);
        int arguments = 1 + Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        body.visitCode();
        if (result.getSort() == Type.VOID) {
            body.visitInsn(Opcodes.RETURN);
        } else if (result.getSort() == Type.LONG) {
            body.visitLdcInsn((long) says.orElseThrow());
            body.visitInsn(Opcodes.LRETURN);
        } else {
            body.visitLdcInsn(says.orElseThrow());
            body.visitInsn(result.getOpcode(Opcodes.IRETURN));
        }
        body.visitMaxs(2, arguments + 2);
        body.visitEnd();
    }
}
