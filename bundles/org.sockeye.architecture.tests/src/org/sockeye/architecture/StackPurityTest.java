package org.sockeye.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The network stack reads no clock, starts no thread, opens no socket, draws no number of its own and keeps no state. */
class StackPurityTest {

    private static final JavaClasses STACK = Bundle.named("stack").classes();

    /** Types whose instances change, so that a constant of one is state. */
    private static final Set<String> MUTABLE = Set.of("java.util.ArrayList", "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.HashSet",
            "java.util.TreeSet",
            "java.util.LinkedHashSet", "java.util.PriorityQueue", "java.util.BitSet", "java.util.Random",
            "java.lang.StringBuilder", "java.nio.ByteBuffer");

    @Test
    void itStartsNoThreadAndWaitsForNone() {
        noClasses().should().dependOnClassesThat()
                .belongToAnyOf(Thread.class, ThreadLocal.class, Runtime.class, java.util.Timer.class)
                .orShould().dependOnClassesThat().resideInAPackage("java.util.concurrent..").check(STACK);
    }

    @Test
    void itOpensNoSocket() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..",
                        "java.rmi..")
                .check(STACK);
    }

    @Test
    void itReadsNoClock() {
        noClasses().should().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould().dependOnClassesThat().areAssignableTo(java.time.Clock.class)
                .orShould().callMethod(java.time.Instant.class, "now")
                .orShould().dependOnClassesThat().belongToAnyOf(java.util.Date.class, java.util.Calendar.class,
                        java.time.LocalDateTime.class, java.time.ZonedDateTime.class)
                .check(STACK);
    }

    @Test
    void itDrawsNoNumberOfItsOwn() {
        noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random")
                .orShould().callMethod(java.util.UUID.class, "randomUUID")
                .orShould().dependOnClassesThat().belongToAnyOf(java.security.SecureRandom.class)
                .orShould().callMethod(java.util.Collections.class, "shuffle", List.class).check(STACK);
    }

    @Test
    void itKeepsNoStateInStaticFields() {
        assertEquals(List.of(), STACK.stream().map(JavaClass::getFields).flatMap(Set::stream)
                .filter(StackPurityTest::isState).map(JavaField::getFullName).sorted().toList());
    }

    private static boolean isState(JavaField field) {
        return field.getModifiers().contains(STATIC) && !field.getModifiers().contains(SYNTHETIC)
                && (!field.getModifiers().contains(FINAL) || MUTABLE.contains(field.getRawType().getName()));
    }
}
