package org.sockeye.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.FieldNode;
import org.sockeye.inspect.PacketDetail;

/** What the parts of the view have in common: the packet, and the doll or field that a person points at. */
final class Spotlight {

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable PacketDetail packet;
    private @Nullable Doll doll;
    private @Nullable FieldNode field;

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Optional<PacketDetail> packet() {
        return Optional.ofNullable(packet);
    }

    Optional<Doll> doll() {
        return Optional.ofNullable(doll);
    }

    Optional<FieldNode> field() {
        return Optional.ofNullable(field);
    }

    /** The lit bytes: those of the field, or else of the doll's own header. */
    ByteRange bytes() {
        FieldNode litField = field;
        if (litField != null) {
            return new ByteRange(litField.offset(), litField.length());
        }
        Doll lit = doll;
        return lit == null ? ByteRange.NONE : new ByteRange(lit.offset(), lit.headerLength());
    }

    void show(@Nullable PacketDetail shown) {
        packet = shown;
        doll = null;
        field = null;
        tell();
    }

    /** Lights a doll, or a field of it. */
    void light(Doll lit, @Nullable FieldNode litField) {
        if (!lit.equals(doll) || (litField == null ? field != null : !litField.equals(field))) {
            doll = lit;
            field = litField;
            tell();
        }
    }

    /** Lights the smallest field that has this byte, or the doll whose own it is. */
    void light(int offset) {
        packet().flatMap(shown -> owner(shown, offset))
                .ifPresent(owner -> light(owner, smallest(owner.fields(), offset).orElse(null)));
    }

    /** The doll whose header, trailer or message has this byte. */
    static Optional<Doll> owner(PacketDetail packet, int offset) {
        Doll owner = null;
        for (Doll each : packet.dolls()) {
            if (new ByteRange(each.offset(), each.length()).contains(offset)) {
                owner = each;
            }
        }
        return Optional.ofNullable(owner);
    }

    private static Optional<FieldNode> smallest(List<FieldNode> fields, int offset) {
        for (FieldNode each : fields) {
            if (new ByteRange(each.offset(), each.length()).contains(offset)) {
                return Optional.of(smallest(each.parts(), offset).orElse(each));
            }
        }
        return Optional.empty();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
