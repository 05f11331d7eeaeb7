package org.sockeye.labs.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method as a check. It may take a {@link Stage}; it passes unless it throws. An {@link AssertionError} is the
 * student's failure, any other exception means that the check itself is broken.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(StageParameter.class)
public @interface Check {

    /** What it checks, as a sentence without a full stop; also what the student reads first. */
    String title();

    /** What passing is worth; more than 0. */
    double points() default 1;
}
