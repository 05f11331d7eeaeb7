package org.sockeye.labs.grading;

import java.lang.reflect.Method;
import java.util.List;
import org.sockeye.labs.check.Check;
import org.sockeye.labs.check.DependsOn;
import org.sockeye.labs.check.Hint;

/**
 * A check of a lab.
 *
 * @param id the method's name
 * @param title what it checks
 * @param points what it is worth
 * @param hints for who does not pass
 * @param dependsOn ids of checks that must have passed
 * @param uniqueId what JUnit calls it
 */
public record CheckDefinition(String id, String title, double points, List<String> hints, List<String> dependsOn,
        String uniqueId) {

    public CheckDefinition {
        hints = List.copyOf(hints);
        dependsOn = List.copyOf(dependsOn);
    }

    static CheckDefinition of(Method method, Check check, String uniqueId) {
        Hint hint = method.getAnnotation(Hint.class);
        DependsOn dependsOn = method.getAnnotation(DependsOn.class);
        return new CheckDefinition(method.getName(), check.title(), check.points(), hint == null ? List.of() : List.of(
                hint.value()),
                dependsOn == null ? List.of() : List.of(dependsOn.value()), uniqueId);
    }
}
