package org.sockeye.cli.run;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Program;

/** One JSON object a line: {@code started}, {@code output}, {@code exited} for programs, and at last {@code ended}. */
public final class JsonReport implements RunReport {

    private final PrintWriter out;

    public JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(Program program) {
        print(event("started", program));
    }

    @Override
    public void output(Program program, boolean error, byte[] bytes) {
        JsonObject line = event("output", program);
        line.addProperty("stream", error ? "stderr" : "stdout");
        line.addProperty("text", new String(bytes, StandardCharsets.UTF_8));
        print(line);
    }

    @Override
    public void exited(Program program, int status) {
        JsonObject line = event("exited", program);
        line.addProperty("status", status);
        print(line);
    }

    @Override
    public void ended(Verdict verdict, long now) {
        JsonObject line = new JsonObject();
        line.addProperty("event", "ended");
        line.addProperty("cause", cause(verdict.ending()));
        line.addProperty("text", verdict.ending().text());
        line.addProperty("simulatedNanoseconds", now);
        line.addProperty("exitStatus", verdict.exitStatus());
        print(line);
    }

    private static String cause(Ending ending) {
        return switch (ending) {
            case Ending.Reached reached -> "finished";
            case Ending.Deadlock deadlock -> "deadlock";
            case Ending.SimulatedLimit limit -> "simulated-limit";
            case Ending.WallLimit limit -> "wall-limit";
            case Ending.Spin spin -> "spin";
            case Ending.OutputLimit limit -> "output-limit";
            case Ending.Failed failed -> "failed";
            case Ending.Stopped stopped -> "stopped";
        };
    }

    private static JsonObject event(String name, Program program) {
        JsonObject line = new JsonObject();
        line.addProperty("event", name);
        line.addProperty("program", program.spec().name());
        line.addProperty("host", program.spec().host());
        return line;
    }

    private void print(JsonObject line) {
        out.println(line);
        out.flush();
    }
}
