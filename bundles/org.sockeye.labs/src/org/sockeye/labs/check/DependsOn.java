package org.sockeye.labs.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Skips a check, without points, if one that it builds upon did not pass: its story would only repeat the other's. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DependsOn {

    /** Method names of checks of the same lab that stand before this one. */
    String[] value();
}
