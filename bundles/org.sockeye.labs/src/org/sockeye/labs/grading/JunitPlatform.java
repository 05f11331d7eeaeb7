package org.sockeye.labs.grading;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sockeye.labs.check.BrokenCheck;
import org.sockeye.labs.check.Check;
import org.sockeye.labs.check.Stage;

/** Finds and executes checks by JUnit's launcher, with the Jupiter engine and nothing that happens to lie around. */
final class JunitPlatform {

    private JunitPlatform() {
    }

    static List<CheckDefinition> discover(ClassLoader loader, List<String> classNames) {
        List<ClassSelector> selectors = new ArrayList<>();
        for (String name : classNames) {
            try {
                selectors.add(DiscoverySelectors.selectClass(loader.loadClass(name)));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("compiled a moment ago, and gone: " + name, e);
            }
        }
        try (LauncherSession session = open()) {
            TestPlan plan = session.getLauncher().discover(LauncherDiscoveryRequestBuilder.request().selectors(
                    selectors).build());
            List<CheckDefinition> checks = new ArrayList<>();
            for (TestIdentifier root : plan.getRoots()) {
                plan.getDescendants(root).forEach(test -> definition(test).ifPresent(checks::add));
            }
            return checks;
        }
    }

    private static Optional<CheckDefinition> definition(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource source) {
            Method method = source.getJavaMethod();
            Check check = method.getAnnotation(Check.class);
            if (check != null) {
                return Optional.of(CheckDefinition.of(method, check, test.getUniqueId()));
            }
        }
        return Optional.empty();
    }

    /**
     * Executes one check in this thread.
     *
     * @return what it threw; empty if it passed
     */
    static Optional<Throwable> execute(CheckDefinition check, Stage stage) {
        Outcome outcome = new Outcome();
        try (LauncherSession session = open()) {
            session.getStore().put(Namespace.create(Stage.class), Stage.class, stage);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectUniqueId(check.uniqueId())).build();
            session.getLauncher().execute(request, outcome);
        }
        return outcome.thrown();
    }

    private static LauncherSession open() {
        return LauncherFactory.openSession(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false).enableLauncherDiscoveryListenerAutoRegistration(
                        false)
                .enableTestExecutionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine()).build());
    }

    /** Remembers how the one test came out; a container that fails (a broken constructor, say) counts as well. */
    private static final class Outcome implements TestExecutionListener {

        private boolean executed;
        private Optional<Throwable> thrown = Optional.empty();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            executed |= test.isTest();
            if (thrown.isEmpty()) {
                thrown = result.getThrowable();
            }
        }

        Optional<Throwable> thrown() {
            return thrown.isEmpty() && !executed ? Optional.of(new BrokenCheck("JUnit did not run it; is it disabled?"))
                    : thrown;
        }
    }
}
