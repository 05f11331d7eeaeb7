package org.sockeye.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;

/** Widgets of a view, found as a person finds them: by what they are and say. For the UI thread. */
public final class Widgets {

    private Widgets() {
    }

    /** The first visible widget of that kind in the view. */
    public static <T extends Control> T find(IViewPart view, Class<T> kind) {
        return find(view, kind, widget -> true);
    }

    /** The first visible widget of that kind in the view that the condition holds for. */
    public static <T extends Control> T find(IViewPart view, Class<T> kind, Predicate<T> condition) {
        return all(view, kind).stream().filter(condition).findFirst().orElseThrow(
                () -> new AssertionError("the view " + view.getTitle() + " shows no such " + kind.getSimpleName()));
    }

    /** Every visible widget of that kind in the view. */
    public static <T extends Control> List<T> all(IViewPart view, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect((Control) view.getSite().getService(MPart.class).getWidget(), kind, found);
        return found;
    }

    /** A row of a table, cell by cell. */
    public static List<String> row(Table table, int index) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < table.getColumnCount(); column++) {
            cells.add(table.getItem(index).getText(column));
        }
        return cells;
    }

    /** Every row of a table. */
    public static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.getItemCount(); i++) {
            rows.add(row(table, i));
        }
        return rows;
    }

    /** The texts of a tree's outermost items. */
    public static List<String> items(Tree tree) {
        return List.of(tree.getItems()).stream().map(TreeItem::getText).toList();
    }

    /** Selects a row as a click does. */
    public static void select(Table table, int index) {
        table.setSelection(index);
        notify(table, org.eclipse.swt.SWT.Selection, index);
    }

    /** What a double click on a row does. */
    public static void doubleClick(Table table, int index) {
        select(table, index);
        notify(table, org.eclipse.swt.SWT.DefaultSelection, index);
    }

    /** What moving the mouse to a place does, or pressing its button there. */
    public static void point(Control control, int type, int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        control.notifyListeners(type, event);
    }

    private static void notify(Table table, int type, int index) {
        Event event = new Event();
        event.item = table.getItem(index);
        table.notifyListeners(type, event);
    }

    private static <T extends Control> void collect(Control from, Class<T> kind, List<T> found) {
        if (!from.isVisible()) {
            return;
        }
        if (kind.isInstance(from)) {
            found.add(kind.cast(from));
        }
        if (from instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, kind, found);
            }
        }
    }
}
