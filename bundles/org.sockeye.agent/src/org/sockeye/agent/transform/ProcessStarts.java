package org.sockeye.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Changes the classes that start processes and read what those print: the command of a virtual machine gets the agent, and a
 * read from a pipe first waits in a hook.
 */
final class ProcessStarts extends ClassVisitor {

    private static final String START = "java/lang/ProcessImpl";
    private static final String PIPE = "java/lang/Process$PipeInputStream";
    private static final String READS = "java/io/FileInputStream";
    private static final String HOOKS = "org/sockeye/agent/hooks/ProcessHooks";
    private static final String REDIRECTS = "[Ljava/lang/ProcessBuilder$Redirect;";

    static final List<String> OWNERS = List.of(START, PIPE);

    private final List<String> missing = new ArrayList<>(List.of("()I", "([BII)I"));
    private String owner = "";

    ProcessStarts(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
        boolean starts = owner.equals(START) && name.equals("start");
        boolean reads = owner.equals(PIPE) && name.equals("read") && missing.remove(descriptor);
        if (!starts && !reads) {
            return next;
        }
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitCode() {
                super.visitCode();
                if (starts) {
                    command(mv);
                } else {
                    await(mv);
                }
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(Math.max(stack, 2), locals);
            }
        };
    }

    /** The first argument becomes what the hook makes of it and the fourth. */
    private static void command(MethodVisitor body) {
        body.visitVarInsn(Opcodes.ALOAD, 0);
        body.visitVarInsn(Opcodes.ALOAD, 3);
        body.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "command",
                "([Ljava/lang/String;" + REDIRECTS + ")[Ljava/lang/String;", false);
        body.visitVarInsn(Opcodes.ASTORE, 0);
    }

    private static void await(MethodVisitor body) {
        body.visitVarInsn(Opcodes.ALOAD, 0);
        body.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "awaitInput", "(L" + READS + ";)V", false);
    }

    /** Reads that the class leaves to its superclass. */
    @Override
    public void visitEnd() {
        for (String descriptor : owner.equals(PIPE) ? missing : List.<String>of()) {
            MethodVisitor body = super.visitMethod(Opcodes.ACC_PUBLIC, "read", descriptor, null,
                    new String[] { "java/io/IOException" });
            body.visitCode();
            await(body);
            body.visitVarInsn(Opcodes.ALOAD, 0);
            if (!descriptor.equals("()I")) {
                body.visitVarInsn(Opcodes.ALOAD, 1);
                body.visitVarInsn(Opcodes.ILOAD, 2);
                body.visitVarInsn(Opcodes.ILOAD, 3);
            }
            body.visitMethodInsn(Opcodes.INVOKESPECIAL, READS, "read", descriptor, false);
            body.visitInsn(Opcodes.IRETURN);
            body.visitMaxs(4, 4);
            body.visitEnd();
        }
        super.visitEnd();
    }
}
