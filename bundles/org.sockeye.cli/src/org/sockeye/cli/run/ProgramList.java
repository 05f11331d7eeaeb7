package org.sockeye.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sockeye.cli.options.HostValue;
import org.sockeye.cli.options.ShellWords;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.programs.ProgramSpec.Input;
import org.sockeye.stack.topology.DeviceSpec;
import org.sockeye.stack.topology.HostSpec;
import org.sockeye.stack.topology.Topology;

/** The programs of a run, put together from the options that name their hosts. */
public final class ProgramList {

    private final List<String> hosts;
    private final List<HostValue> stdin;
    private final List<HostValue> env;
    private final List<HostValue> cwd;
    private final List<ProgramSpec> specs = new ArrayList<>();

    /**
     * @param on hosts and commands by turns
     * @throws UsageError if an option names a host that is not there, or a file or folder that is not
     */
    public ProgramList(Topology topology, List<String> on, List<HostValue> stdin, List<HostValue> env,
            List<HostValue> cwd) {
        hosts = topology.devices().stream().filter(HostSpec.class::isInstance).map(DeviceSpec::name).toList();
        this.stdin = stdin;
        this.env = env;
        this.cwd = cwd;
        stdin.forEach(value -> requireHost("--stdin", value.host()));
        env.forEach(value -> requireHost("--env", value.host()));
        cwd.forEach(value -> requireHost("--cwd", value.host()));
        for (int i = 0; i < on.size(); i += 2) {
            specs.add(spec(on.get(i), ShellWords.split(on.get(i + 1))));
        }
    }

    public List<ProgramSpec> specs() {
        return List.copyOf(specs);
    }

    /**
     * @throws UsageError if the topology has no such host
     */
    public void requireHost(String option, String host) {
        if (!hosts.contains(host)) {
            throw new UsageError(
                    option + ": there is no host '" + host + "'; the topology has " + String.join(", ", hosts));
        }
    }

    private ProgramSpec spec(String host, List<String> command) {
        requireHost("--on", host);
        return new ProgramSpec(unused(ProgramName.of(command)), host, command, directory(host), environment(host),
                input(host));
    }

    private String unused(String name) {
        String candidate = name;
        for (int number = 2; named(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    private boolean named(String name) {
        return specs.stream().anyMatch(spec -> spec.name().equals(name));
    }

    private Path directory(String host) {
        Path directory = last(cwd, host).map(Path::of).orElse(Path.of(""));
        if (!Files.isDirectory(directory.toAbsolutePath())) {
            throw new UsageError("--cwd: there is no folder " + directory);
        }
        return directory.toAbsolutePath();
    }

    private Map<String, String> environment(String host) {
        Map<String, String> variables = new TreeMap<>();
        for (HostValue value : env) {
            if (value.host().equals(host)) {
                int equals = value.value().indexOf('=');
                if (equals <= 0) {
                    throw new UsageError("--env: '" + value.value() + "' sets nothing; write " + host + "=NAME=VALUE");
                }
                variables.put(value.value().substring(0, equals), value.value().substring(equals + 1));
            }
        }
        return variables;
    }

    private Input input(String host) {
        return last(stdin, host).<Input>map(file -> new Input.Scripted(read(file))).orElseGet(Input.None::new);
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UsageError("--stdin: cannot read " + file + "; is there such a file?");
        }
    }

    private static java.util.Optional<String> last(List<HostValue> values, String host) {
        return values.stream().filter(value -> value.host().equals(host)).map(HostValue::value)
                .collect(Collectors.reducing((first, second) -> second));
    }
}
