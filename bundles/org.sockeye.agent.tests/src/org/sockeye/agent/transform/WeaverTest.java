package org.sockeye.agent.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Calls that tell or spend time go to the hooks; all others stay as they are. */
class WeaverTest {

    /** Calls of every kind, some of which only look like those that are rewritten. */
    static class Sample extends Thread {

        LongSupplier clock = System::nanoTime;

        void time() throws InterruptedException {
            System.nanoTime();
            System.currentTimeMillis();
            Thread.sleep(1);
            sleep(2, 3);
            Thread.yield();
            synchronized (this) {
                wait();
                wait(4);
                wait(5, 6);
            }
        }

        void other() {
            Own.sleep(7);
            new Own().park(true, 8);
            System.lineSeparator();
        }
    }

    /** Names that mean something else here. */
    static class Own {
        static void sleep(long sheep) {
        }

        void park(boolean car, long metres) {
        }
    }

    /** No such names at all. */
    static class Plain {
        int one() {
            return "".length();
        }
    }

    private static byte[] bytes(Class<?> of) throws IOException {
        try (InputStream in = of.getResourceAsStream("/" + of.getName().replace('.', '/') + ".class")) {
            assertNotNull(in);
            return in.readAllBytes();
        }
    }

    private static byte[] weave(Class<?> of, String as) throws IOException {
        return new Weaver().transform(of.getClassLoader(), as, null, null, bytes(of));
    }

    /** The methods that a method calls, each with its class's simple name. */
    private static List<String> calls(byte[] bytes, String of) {
        List<String> calls = new ArrayList<>();
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] thrown) {
                return !name.equals(of) ? null : new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(int code, String owner, String called, String type,
                            boolean isInterface) {
                        calls.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + called + type);
                    }

                    @Override
                    public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap,
                            Object... arguments) {
                        Handle target = (Handle) arguments[1];
                        calls.add(target.getOwner().substring(target.getOwner().lastIndexOf('/') + 1) + "::"
                                + target.getName());
                    }
                };
            }
        }, 0);
        return calls;
    }

    @Test
    void callsThatTellOrSpendTimeGoToTheHooks() throws IOException {
        byte[] woven = weave(Sample.class, "student/Sample");
        assertEquals(List.of("TimeHooks.nanoTime()J", "TimeHooks.currentTimeMillis()J", "TimeHooks.sleep(J)V",
                "TimeHooks.sleep(JI)V", "TimeHooks.yield()V", "TimeHooks.wait(Ljava/lang/Object;)V",
                "TimeHooks.wait(Ljava/lang/Object;J)V", "TimeHooks.wait(Ljava/lang/Object;JI)V"), calls(woven, "time"));
        assertEquals(List.of("Thread.<init>()V", "TimeHooks::nanoTime"), calls(woven, "<init>"));
    }

    @Test
    void methodsThatOnlyHaveTheSameNameAreLeftAlone() throws IOException {
        assertEquals(calls(bytes(Sample.class), "other"), calls(weave(Sample.class, "student/Sample"), "other"));
    }

    @Test
    void aClassWithoutSuchCallsIsNotTouched() throws IOException {
        assertNull(weave(Plain.class, "student/Plain"));
    }

    @Test
    void theAgentItselfIsNotTouched() throws IOException {
        assertNull(weave(Sample.class, "org/sockeye/agent/hooks/Sample"));
    }
}
