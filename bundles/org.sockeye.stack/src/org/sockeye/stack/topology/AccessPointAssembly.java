package org.sockeye.stack.topology;

import org.sockeye.stack.link.AccessPoint;
import org.sockeye.stack.trace.LinkEnd;

/** Puts an access point together. */
final class AccessPointAssembly {

    private AccessPointAssembly() {
    }

    static AccessPoint build(Site site, AccessPointSpec spec) {
        LinkEnd antenna = spec.antenna();
        AccessPoint built = new AccessPoint(antenna, site.cell(antenna), site.events(), site.trace(),
                site.randomness());
        for (String port : spec.ports()) {
            LinkEnd end = new LinkEnd(spec.name(), port);
            built.plug(site.cable(end), end, site.maximumPayload(end));
        }
        return built;
    }
}
