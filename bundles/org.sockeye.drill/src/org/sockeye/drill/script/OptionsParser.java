package org.sockeye.drill.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.TcpOption;

/** Reads the options of a TCP header, such as {@code <mss 1460,nop,wscale 7>}. */
final class OptionsParser {

    private static final long LARGEST = 0xffffffffL;
    private static final int MOST_BYTES = 40;

    private final Cursor cursor;

    OptionsParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The options between angle brackets, the opening one being read already; empty for {@code <...>}. */
    Optional<List<TcpOption>> options(Position position) throws ScriptException, UnsupportedException {
        if (cursor.peek().kind() == Token.Kind.ELLIPSIS) {
            cursor.next();
            close();
            return Optional.empty();
        }
        List<TcpOption> options = new ArrayList<>();
        int length = 0;
        if (!cursor.peek().is(">")) {
            do {
                TcpOption option = option();
                length += option.length();
                options.add(option);
            } while (cursor.accept(","));
        }
        close();
        if (length % 4 != 0 || length > MOST_BYTES) {
            throw new ScriptException(position, "these options take " + length + " bytes; "
                    + (length > MOST_BYTES ? "a header has room for 40" : "add nop until it is a multiple of four"));
        }
        return Optional.of(List.copyOf(options));
    }

    private void close() throws ScriptException {
        cursor.expect(">", "separate options by commas and close them with >");
    }

    private TcpOption option() throws ScriptException, UnsupportedException {
        Position position = cursor.position();
        String name = cursor.word("the name of a TCP option");
        return switch (name) {
            case "nop" -> new TcpOption.NoOperation();
            case "mss" -> new TcpOption.MaximumSegmentSize(cursor.integer("the maximum segment size", 0, 0xffff));
            case "wscale" -> new TcpOption.WindowScale(cursor.integer("the window scale", 0, 255));
            case "sackOK" -> new TcpOption.SackPermitted();
            case "sack" -> sack();
            case "TS" -> timestamps();
            case "eol" -> throw new UnsupportedException(position, "the end-of-list option of TCP");
            case "md5" -> throw new UnsupportedException(position, "the MD5 signature option of TCP");
            case "FO", "FOEXP" -> throw new UnsupportedException(position, "the TCP fast open option " + name);
            default -> throw new UnsupportedException(position, "the TCP option " + name);
        };
    }

    private TcpOption timestamps() throws ScriptException {
        cursor.expect("val", "write TS val N ecr N");
        int value = number("the timestamp's value");
        cursor.expect("ecr", "write TS val N ecr N");
        return new TcpOption.Timestamps(value, number("the timestamp's echo"));
    }

    private TcpOption sack() throws ScriptException {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        while (cursor.peek().kind() == Token.Kind.INTEGER) {
            int left = number("the left edge");
            cursor.expect(":", "write a block as left:right");
            blocks.add(new TcpOption.Sack.Block(left, number("the right edge")));
        }
        if (blocks.isEmpty()) {
            throw cursor.unexpected("a block of selective acknowledgment", "write sack left:right");
        }
        return new TcpOption.Sack(blocks);
    }

    private int number(String what) throws ScriptException {
        Position position = cursor.position();
        long value = cursor.integer(what);
        if (value < -LARGEST || value > LARGEST) {
            throw new ScriptException(position, what + " " + value + " does not fit 32 bits");
        }
        return (int) value;
    }
}
