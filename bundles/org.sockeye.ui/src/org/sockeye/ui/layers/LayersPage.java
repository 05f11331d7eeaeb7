package org.sockeye.ui.layers;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.sockeye.inspect.FieldNode;
import org.sockeye.inspect.Hop;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.ui.UiIds;
import org.sockeye.ui.theme.EmptyPage;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.trace.TraceFeed;

/** What the Layers view shows: hop strip, dolls, field tree, bytes, and what the thing pointed at is for. */
final class LayersPage {

    private final TraceFeed feed;
    private final Spotlight spotlight = new Spotlight();
    private final Composite area;
    private final StackLayout pages = new StackLayout();
    private final Composite content;
    private final EmptyPage empty;
    private final Label sentence;
    private final Label explanation;
    private final FieldTree tree;

    LayersPage(Composite parent, TraceFeed feed) {
        this.feed = feed;
        area = new Composite(parent, SWT.NONE);
        area.setLayout(pages);
        empty = new EmptyPage(area);
        empty.say(Messages.empty);
        empty.offerView(Messages.showPackets, UiIds.PACKETS_VIEW);
        content = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
        new HopStrip(content, spotlight, feed::select);
        sentence = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(sentence);
        new DollsCanvas(content, spotlight);
        SashForm halves = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        tree = new FieldTree(halves, spotlight);
        new BytesCanvas(halves, spotlight);
        halves.setWeights(45, 55);
        explanation = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 2).hint(100, 54).applyTo(explanation);
        spotlight.onChange(this::explain);
        feed.onChange(area, this::refresh);
        Palette.onChange(area, () -> {
            explain();
            content.redraw();
        });
        refresh();
    }

    Control control() {
        return area;
    }

    FieldTree tree() {
        return tree;
    }

    Spotlight spotlight() {
        return spotlight;
    }

    private void refresh() {
        Optional<PacketDetail> shown = spotlight.packet();
        Optional<PacketDetail> wanted = feed.detail();
        boolean same = shown.isPresent() && wanted.isPresent()
                && shown.get().row().equals(wanted.get().row()) && shown.get().hops().equals(wanted.get().hops());
        if (!same && (shown.isPresent() || wanted.isPresent())) {
            spotlight.show(wanted.orElse(null));
            sentence.setText(wanted.map(LayersPage::sentence).orElse(""));
            content.layout();
        }
        Control top = wanted.isPresent() ? content : empty.control();
        if (pages.topControl != top) {
            pages.topControl = top;
            area.layout();
        }
    }

    /** What the device that sent this frame did, and the line of code it comes from. */
    private static String sentence(PacketDetail packet) {
        String hop = packet.hops().stream().filter(each -> each.frame() == packet.row().number()).map(Hop::sentence)
                .collect(Collectors.joining("; "));
        String sent = packet.row().origins().stream()
                .map(origin -> NLS.bind(Messages.sentBy, origin.place(), origin.program())).distinct()
                .collect(Collectors.joining(", "));
        return hop.isEmpty() || sent.isEmpty() ? hop + sent : hop + ". " + sent;
    }

    private void explain() {
        Optional<FieldNode> field = spotlight.field();
        boolean lit = spotlight.doll().isPresent();
        explanation.setForeground(lit ? area.getForeground() : Palette.muted());
        explanation.setText(field
                .map(lighted -> NLS.bind(Messages.explanation,
                        new Object[] { lighted.label(), lighted.text(), lighted.meaning() }))
                .or(() -> spotlight.doll().map(doll -> doll.layer().unit() + " \u2014 " + doll.protocol() + ": "
                        + doll.summary()))
                .orElse(Messages.explainHint));
    }
}
