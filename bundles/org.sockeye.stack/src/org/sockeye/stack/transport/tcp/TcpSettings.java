package org.sockeye.stack.transport.tcp;

import java.util.Arrays;
import java.util.List;
import org.sockeye.stack.transport.tcp.congestion.CongestionControls;
import org.sockeye.stack.transport.tcp.congestion.Cubic;

/** How TCP is set up on a host: a value for each {@link TcpSetting}, and a congestion control. Does not change. */
public final class TcpSettings {

    /** As Linux is set up when nobody has tuned it. */
    public static final TcpSettings LINUX = new TcpSettings(
            Arrays.stream(TcpSetting.values()).mapToLong(TcpSetting::standard).toArray(), CongestionControls.STANDARD,
            Cubic.NAME);

    private static final int MANY_ORPHAN_RETRIES = 8;

    private final long[] values;
    private final CongestionControls controls;
    private final String congestion;

    private TcpSettings(long[] values, CongestionControls controls, String congestion) {
        this.values = values;
        this.controls = controls;
        this.congestion = congestion;
    }

    /** The value of a setting; nanoseconds if it is a time. */
    public long get(TcpSetting setting) {
        return values[setting.ordinal()];
    }

    /** True if a flag is set. */
    public boolean has(TcpSetting flag) {
        return get(flag) != 0;
    }

    /** A count of things or bytes. */
    int count(TcpSetting setting) {
        return (int) Math.min(Integer.MAX_VALUE, get(setting));
    }

    /** The name of the congestion control of connections whose program does not choose another. */
    public String congestion() {
        return congestion;
    }

    /** The congestion controls there are to choose from. */
    public CongestionControls controls() {
        return controls;
    }

    /** The same but for one setting. */
    public TcpSettings with(TcpSetting setting, long value) {
        long[] changed = values.clone();
        changed[setting.ordinal()] = value;
        return new TcpSettings(changed, controls, congestion);
    }

    /**
     * The same with another congestion control.
     *
     * @throws IllegalArgumentException if none bears that name
     */
    public TcpSettings withCongestion(String name) {
        controls.create(name);
        return new TcpSettings(values, controls, name);
    }

    /** The same with other congestion controls to choose from; connections whose program chooses none still have theirs. */
    public TcpSettings withControls(CongestionControls others) {
        return new TcpSettings(values, others, congestion);
    }

    /**
     * The same but for what a line of {@code sysctl} sets.
     *
     * @param name such as "net.ipv4.tcp_sack" or "tcp_sack"
     * @param value in Linux' units; the three sizes of a buffer separated by blanks
     * @throws IllegalArgumentException if nothing here bears that name, or the value does not fit
     */
    public TcpSettings withSysctl(String name, String value) {
        String plain = name.replaceFirst("^net[./](ipv4|core)[./]", "");
        if (plain.equals("tcp_congestion_control")) {
            return withCongestion(value.strip());
        }
        List<TcpSetting> meant = Arrays.stream(TcpSetting.values()).filter(one -> one.sysctl().equals(plain)).toList();
        String[] parts = value.strip().split("\\s+");
        if (meant.isEmpty() || plain.isEmpty()) {
            throw new IllegalArgumentException("no setting " + name + "; TcpSetting names those there are");
        } else if (parts.length != meant.size()) {
            throw new IllegalArgumentException(name + " takes " + meant.size() + " numbers, not \"" + value
                    + "\"; write all of them");
        }
        TcpSettings changed = this;
        for (int i = 0; i < parts.length; i++) {
            changed = changed.with(meant.get(i), number(name, parts[i], meant.get(i).unit()));
        }
        return changed;
    }

    private static long number(String name, String text, long unit) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return Math.multiplyExact(number, unit);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Too long, or no number at all.
        }
        throw new IllegalArgumentException(name + " takes a whole number from 0 up, not \"" + text + '"');
    }

    // Those asked for often

    int retries() {
        return count(TcpSetting.RETRIES);
    }

    int orphanRetries() {
        int retries = count(TcpSetting.ORPHAN_RETRIES);
        return retries == 0 ? MANY_ORPHAN_RETRIES : retries;
    }

    long delayedAck() {
        return get(TcpSetting.DELAYED_ACK);
    }

    int quickAcks() {
        return count(TcpSetting.QUICK_ACKS);
    }

    long timeWait() {
        return get(TcpSetting.TIME_WAIT);
    }

    long finWait() {
        return get(TcpSetting.FIN_WAIT);
    }
}
