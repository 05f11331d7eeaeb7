package org.sockeye.labs.check;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a check its stage, which the grader has put into the store of the launcher session. */
public final class StageParameter implements ParameterResolver {

    /** Where the grader puts the stage, under the class {@link Stage}. */
    public static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Optional
                .ofNullable(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(Stage.class, Stage.class))
                .orElseThrow(() -> new ParameterResolutionException(
                        "a check runs in the grader only: sockeye grade LAB SUBMISSION"));
    }
}
