package org.sockeye.stack.topology;

import org.sockeye.stack.link.Switch;
import org.sockeye.stack.trace.LinkEnd;

/** Puts a switch together. */
final class SwitchAssembly {

    private SwitchAssembly() {
    }

    static Switch build(Site site, SwitchSpec spec) {
        Switch built = new Switch(spec.name(), site.events(), site.trace());
        for (String port : spec.ports()) {
            LinkEnd end = new LinkEnd(spec.name(), port);
            built.plug(site.cable(end), end, spec.options().vlans(port), site.maximumPayload(end));
        }
        return built;
    }
}
