package org.sockeye.ui.layers;

import java.util.Optional;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.FieldNode;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.ui.theme.LayerTiles;
import org.sockeye.ui.theme.Palette;

/** The layers of a packet and their fields, as a tree. */
final class FieldTree {

    private final TreeViewer viewer;
    private final Spotlight spotlight;
    private boolean following;

    /** A field and the doll that it stands in: equal fields of two layers are two elements. */
    private record Node(Doll doll, @Nullable FieldNode field) {
    }

    FieldTree(Composite parent, Spotlight spotlight) {
        this.spotlight = spotlight;
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Labels(new LayerTiles(viewer.getControl())));
        viewer.addSelectionChangedListener(event -> light(event.getStructuredSelection()));
        spotlight.onChange(this::follow);
        Palette.onChange(viewer.getControl(), viewer::refresh);
    }

    Control control() {
        return viewer.getControl();
    }

    private void light(IStructuredSelection selection) {
        if (!following && selection.getFirstElement() instanceof Node node) {
            spotlight.light(node.doll(), node.field());
        }
    }

    private void follow() {
        following = true;
        try {
            Object input = spotlight.packet().orElse(null);
            if (input != viewer.getInput()) {
                viewer.setInput(input);
                spotlight.packet().ifPresent(packet -> {
                    Doll innermost = packet.dolls().get(packet.dolls().size() - 1);
                    viewer.setExpandedState(new Node(innermost, null), true);
                });
            }
            spotlight.doll().ifPresentOrElse(
                    doll -> viewer.setSelection(selection(doll, spotlight.field()), true),
                    () -> viewer.setSelection(StructuredSelection.EMPTY));
        } finally {
            following = false;
        }
    }

    private static TreeSelection selection(Doll doll, Optional<FieldNode> field) {
        Node layer = new Node(doll, null);
        TreePath path = field.flatMap(target -> path(new TreePath(new Object[] { layer }), doll, doll.fields(), target))
                .orElse(new TreePath(new Object[] { layer }));
        return new TreeSelection(path);
    }

    private static Optional<TreePath> path(TreePath parent, Doll doll, Iterable<FieldNode> fields, FieldNode target) {
        for (FieldNode each : fields) {
            TreePath path = parent.createChildPath(new Node(doll, each));
            if (each.equals(target)) {
                return Optional.of(path);
            }
            Optional<TreePath> below = path(path, doll, each.parts(), target);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return input instanceof PacketDetail packet
                    ? packet.dolls().stream().map(doll -> new Node(doll, null)).toArray()
                    : new Object[0];
        }

        @Override
        public Object[] getChildren(Object parent) {
            Node node = (Node) parent;
            FieldNode field = node.field();
            return (field == null ? node.doll().fields() : field.parts()).stream()
                    .map(child -> new Node(node.doll(), child)).toArray();
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }

        @Override
        public @Nullable Object getParent(Object element) {
            return null;
        }
    }

    private static final class Labels extends LabelProvider {

        private final LayerTiles tiles;

        Labels(LayerTiles tiles) {
            this.tiles = tiles;
        }

        @Override
        public String getText(Object element) {
            Node node = (Node) element;
            FieldNode field = node.field();
            if (field != null) {
                return NLS.bind(Messages.fieldLabel, field.label(), field.text());
            }
            String problems = String.join("; ", node.doll().problems());
            String text = NLS.bind(Messages.fieldLabel, node.doll().protocol(), node.doll().summary());
            return problems.isEmpty() ? text : text + " \u2014 " + problems;
        }

        @Override
        public @Nullable Image getImage(Object element) {
            Node node = (Node) element;
            return node.field() == null ? tiles.of(node.doll().layer()) : null;
        }
    }
}
