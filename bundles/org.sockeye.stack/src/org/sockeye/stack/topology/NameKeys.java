package org.sockeye.stack.topology;

import java.util.Optional;

/** What a topology file may say about a name. */
final class NameKeys {

    private static final Keys<Optional<String>> ALIAS = Keys.<Optional<String>>none()
            .with("cname", (before, value) -> Optional.of(value.text()));

    private NameKeys() {
    }

    /** A device or address, a list of such, or a mapping that makes the name an alias. */
    static NameSpec read(String name, YamlValue said) {
        if (!said.isMapping()) {
            return new NameSpec.Addresses(name, said.texts());
        }
        return ALIAS.read(said, Optional.empty()).<NameSpec>map(canonical -> new NameSpec.Alias(name, canonical))
                .orElseThrow(() -> said.mistake("expected { cname: another name }"));
    }
}
