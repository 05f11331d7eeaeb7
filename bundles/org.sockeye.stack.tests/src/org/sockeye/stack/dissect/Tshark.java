package org.sockeye.stack.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Wireshark's opinion. Without tshark on the PATH tests that ask for it are skipped, but fail where CI is set. */
public final class Tshark {

    private static final List<String> CHECKS = List.of("-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE", "-o", "eth.check_fcs:TRUE", "-o", "wlan.check_fcs:TRUE", "-o",
            "wlan.check_checksum:TRUE", "-o",
            "tcp.desegment_tcp_streams:FALSE");

    private Tshark() {
    }

    public static void assumeInstalled() {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
        assumeTrue(installed || System.getenv("CI") != null,
                "skipped: tshark is not installed (apt-get install tshark)");
    }

    /** Each frame's values of each field, in order; several of one field are separated by a bar. */
    public static List<Map<String, String>> fields(Path capture, List<String> names) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields", "-E", "separator=/t", "-E", "aggregator=|"));
        names.forEach(name -> arguments.addAll(List.of("-e", name)));
        List<Map<String, String>> frames = new ArrayList<>();
        for (String line : run(capture, arguments)) {
            String[] values = line.split("\t", -1);
            assertEquals(names.size(), values.length, line);
            Map<String, String> frame = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                frame.put(names.get(i), values[i]);
            }
            frames.add(frame);
        }
        return frames;
    }

    /** What tshark prints, line by line. */
    public static List<String> run(Path capture, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
        command.addAll(CHECKS);
        command.addAll(arguments);
        Path errors = Files.createTempFile("tshark", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("HOME", "/nonexistent");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            int status = process.waitFor();
            assertEquals(0, status, () -> "tshark failed: " + read(errors));
            return lines;
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(errors);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
