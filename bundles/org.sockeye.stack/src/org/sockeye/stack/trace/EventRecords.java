package org.sockeye.stack.trace;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.tape.Tape;
import org.sockeye.stack.trace.tape.TapeReader;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.MacAddress;

/** How events stand on tape: kind, time, device, and what else they have. */
final class EventRecords {

    private static final int NOTE = 0;
    private static final int CONNECTION = 1;
    private static final int SOCKET = 2;
    private static final int TIMER = 3;
    private static final int NEIGHBOUR = 4;
    private static final int SWITCH = 5;

    private final Tape tape;
    private final Interned<String> names = new Interned<>();
    private final Interned<Endpoint> endpoints = new Interned<>();
    private final Interned<IpAddress> addresses = new Interned<>();

    EventRecords(Tape tape) {
        this.tape = tape;
    }

    void write(TraceEvent event) {
        tape.put(switch (event) {
            case Note note -> NOTE;
            case ConnectionEvent connection -> CONNECTION;
            case SocketEvent socket -> SOCKET;
            case TimerEvent timer -> TIMER;
            case NeighbourEvent neighbour -> NEIGHBOUR;
            case SwitchEvent learnt -> SWITCH;
        });
        tape.putNumber(event.time());
        name(event.device());
        switch (event) {
            case Note note -> {
                tape.putNumber(note.frame());
                byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
                tape.putNumber(text.length);
                tape.put(text, 0, text.length);
            }
            case ConnectionEvent connection -> {
                endpoint(connection.local());
                endpoint(connection.remote());
                name(connection.state());
                tape.putNumber(connection.congestionWindow());
                // No threshold yet is the most frequent one of all.
                long threshold = connection.slowStartThreshold();
                tape.putNumber(threshold == Long.MAX_VALUE ? 0 : threshold + 1);
                tape.putNumber(connection.smoothedRoundTrip());
                tape.putNumber(connection.retransmissionTimeout());
                tape.putNumber(connection.sendWindow());
                tape.putNumber(connection.receiveWindow());
            }
            case SocketEvent socket -> {
                name(socket.protocol());
                tape.put(socket.change().ordinal());
                endpoint(socket.local());
                endpoint(socket.remote());
            }
            case TimerEvent timer -> {
                tape.put(timer.kind().ordinal());
                tape.put(timer.change().ordinal());
                endpoint(timer.local());
                endpoint(timer.remote());
                tape.putNumber(timer.due());
            }
            case NeighbourEvent neighbour -> {
                name(neighbour.port());
                tape.putNumber(addresses.number(neighbour.address()));
                MacAddress mac = neighbour.mac();
                tape.putNumber(mac == null ? 0 : mac.bits() + 1);
                tape.put(neighbour.change().ordinal());
            }
            case SwitchEvent learnt -> {
                name(learnt.port());
                tape.putNumber(learnt.address().bits());
                tape.putNumber(learnt.vlan());
                tape.put(learnt.change().ordinal());
            }
        }
    }

    private void name(String name) {
        tape.putNumber(names.number(name));
    }

    private void endpoint(@Nullable Endpoint endpoint) {
        tape.putNumber(endpoint == null ? 0 : endpoints.number(endpoint) + 1L);
    }

    TraceEvent read(TapeReader in) {
        int kind = in.get();
        long time = in.getNumber();
        String device = name(in);
        return switch (kind) {
            case NOTE -> new Note(time, device, in.getInt(), text(in));
            case CONNECTION -> new ConnectionEvent(time, device, known(in), known(in), name(in), in.getNumber(),
                    threshold(in.getNumber()), in.getNumber(), in.getNumber(), in.getNumber(), in.getNumber());
            case SOCKET -> {
                String protocol = name(in);
                SocketEvent.Change change = SocketEvent.Change.values()[in.get()];
                yield new SocketEvent(time, device, protocol, change, endpoint(in), endpoint(in));
            }
            case TIMER -> new TimerEvent(time, device, TimerEvent.Kind.values()[in.get()],
                    TimerEvent.Change.values()[in.get()], known(in), known(in), in.getNumber());
            case NEIGHBOUR -> {
                String port = name(in);
                IpAddress address = addresses.value(in.getInt());
                long mac = in.getNumber();
                yield new NeighbourEvent(time, device, port, address, mac == 0 ? null : new MacAddress(mac - 1),
                        NeighbourEvent.Change.values()[in.get()]);
            }
            default -> new SwitchEvent(time, device, name(in), new MacAddress(in.getNumber()), in.getInt(),
                    SwitchEvent.Change.values()[in.get()]);
        };
    }

    private String name(TapeReader in) {
        return names.value(in.getInt());
    }

    private @Nullable Endpoint endpoint(TapeReader in) {
        int number = in.getInt();
        return number == 0 ? null : endpoints.value(number - 1);
    }

    private Endpoint known(TapeReader in) {
        return endpoints.value(in.getInt() - 1);
    }

    private static long threshold(long written) {
        return written == 0 ? Long.MAX_VALUE : written - 1;
    }

    private static String text(TapeReader in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
