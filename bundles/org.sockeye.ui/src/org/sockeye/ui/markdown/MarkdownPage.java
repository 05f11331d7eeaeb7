package org.sockeye.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.sockeye.ui.theme.Palette;

/** Shows Markdown, wrapped to the width there is. Links open in the browser. */
public final class MarkdownPage {

    private static final int INDENT = 18;

    private final StyledText widget;
    private final LocalResourceManager resources;
    private MarkdownText content = MarkdownText.of("");

    public MarkdownPage(Composite parent) {
        widget = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        widget.setMargins(10, 8, 10, 8);
        widget.setLineSpacing(2);
        resources = new LocalResourceManager(JFaceResources.getResources(), widget);
        widget.addListener(SWT.MouseUp, this::follow);
        Palette.onChange(widget, this::style);
    }

    public StyledText widget() {
        return widget;
    }

    /** Replaces what is shown. */
    public void show(String markdown) {
        content = MarkdownText.of(markdown);
        widget.setText(content.text());
        style();
    }

    private void style() {
        widget.setStyleRanges(flatten().toArray(StyleRange[]::new));
        for (Span span : content.spans()) {
            if (span.look() == Span.Look.CODE_BLOCK && span.start() < content.text().length()) {
                int first = widget.getLineAtOffset(span.start());
                int last = widget.getLineAtOffset(Math.min(span.end() - 1, content.text().length()));
                widget.setLineBackground(first, last - first + 1, shade());
            }
        }
        for (MarkdownText.Indent indent : content.indents()) {
            if (indent.line() < widget.getLineCount()) {
                int left = INDENT * (indent.depth() - 1);
                widget.setLineIndent(indent.line(), 1, left);
                widget.setLineWrapIndent(indent.line(), 1, left + (indent.hanging() ? INDENT : 0));
                widget.setLineTabStops(indent.line(), 1, new int[] { INDENT });
            }
        }
    }

    /** One range a stretch: where spans lie in each other, their looks are added up. */
    private List<StyleRange> flatten() {
        List<StyleRange> ranges = new ArrayList<>();
        int[] cuts = content.spans().stream()
                .flatMapToInt(span -> java.util.stream.IntStream.of(span.start(), span.end()))
                .map(cut -> Math.min(cut, content.text().length())).sorted().distinct().toArray();
        for (int i = 0; i + 1 < cuts.length; i++) {
            int start = cuts[i];
            int end = cuts[i + 1];
            List<Span> here = content.spans().stream().filter(span -> span.start() <= start && end <= span.end())
                    .toList();
            if (!here.isEmpty()) {
                ranges.add(range(start, end - start, here));
            }
        }
        return ranges;
    }

    private StyleRange range(int start, int length, List<Span> spans) {
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = length;
        int style = SWT.NORMAL;
        int height = 0;
        boolean code = false;
        for (Span span : spans) {
            switch (span.look()) {
                case TITLE -> {
                    style |= SWT.BOLD;
                    height = 4;
                }
                case HEADING -> {
                    style |= SWT.BOLD;
                    height = 1;
                }
                case STRONG -> style |= SWT.BOLD;
                case EMPHASIS -> style |= SWT.ITALIC;
                case QUOTE -> range.foreground = Palette.muted();
                case CODE, CODE_BLOCK -> code = true;
                case LINK -> {
                    range.underline = true;
                    range.underlineStyle = SWT.UNDERLINE_LINK;
                    range.data = span.target();
                }
            }
        }
        range.font = font(code, style, height);
        if (code) {
            range.background = shade();
        }
        return range;
    }

    /** The background, a little nearer to the text's colour. */
    private Color shade() {
        RGB ground = widget.getBackground().getRGB();
        RGB text = widget.getForeground().getRGB();
        return new Color(near(ground.red, text.red), near(ground.green, text.green), near(ground.blue, text.blue));
    }

    private static int near(int ground, int text) {
        return ground + (text - ground) / 12;
    }

    private Font font(boolean code, int style, int larger) {
        FontData base = (code ? JFaceResources.getTextFont() : widget.getFont()).getFontData()[0];
        FontDescriptor font = FontDescriptor.createFrom(base.getName(),
                widget.getFont().getFontData()[0].getHeight() + larger - (code ? 1 : 0), style);
        return resources.create(font);
    }

    private void follow(Event event) {
        int offset = widget.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
        if (offset >= 0 && widget.getSelectionCount() == 0) {
            Optional.ofNullable(widget.getStyleRangeAtOffset(offset)).map((TextStyle style) -> style.data)
                    .filter(String.class::isInstance).map(String.class::cast)
                    .filter(target -> target.startsWith("http")).ifPresent(Program::launch);
        }
    }
}
