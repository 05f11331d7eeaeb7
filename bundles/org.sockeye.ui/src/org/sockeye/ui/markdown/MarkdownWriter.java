package org.sockeye.ui.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes a Markdown document as plain text and notes what looks different. */
final class MarkdownWriter extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<MarkdownText.Indent> indents = new ArrayList<>();
    private int depth;

    MarkdownText result() {
        spans.sort(Comparator.comparingInt(Span::start));
        return new MarkdownText(text.toString().stripTrailing(), List.copyOf(spans), List.copyOf(indents));
    }

    @Override
    public void visit(Heading heading) {
        startBlock(true);
        look(heading, heading.getLevel() == 1 ? Span.Look.TITLE : Span.Look.HEADING, "");
        text.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean inItem = paragraph.getParent() instanceof ListItem;
        if (!(inItem && paragraph == paragraph.getParent().getFirstChild())) {
            startBlock(!inItem);
            indent(false);
        }
        visitChildren(paragraph);
        text.append('\n');
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
    }

    @Override
    public void visit(BlockQuote quote) {
        startBlock(true);
        depth++;
        look(quote, Span.Look.QUOTE, "");
        depth--;
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(ThematicBreak rule) {
        startBlock(true);
        text.append("\u2500".repeat(12)).append('\n');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            startBlock(false);
            visitChildren(node);
            text.append('\n');
        } else if (node instanceof TableCell cell) {
            if (cell.getPrevious() != null) {
                text.append("  \u2502  ");
            }
            if (cell.isHeader()) {
                look(cell, Span.Look.STRONG, "");
            } else {
                visitChildren(cell);
            }
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Emphasis emphasis) {
        look(emphasis, Span.Look.EMPHASIS, "");
    }

    @Override
    public void visit(StrongEmphasis strong) {
        look(strong, Span.Look.STRONG, "");
    }

    @Override
    public void visit(Link link) {
        look(link, Span.Look.LINK, link.getDestination());
    }

    @Override
    public void visit(Code code) {
        int start = text.length();
        text.append(code.getLiteral());
        spans.add(new Span(start, text.length() - start, Span.Look.CODE, ""));
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
        indent(false);
    }

    /** @param first the first item's number, or 0 for bullets */
    private void items(Node list, int first) {
        startBlock(depth == 0);
        depth++;
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            startBlock(false);
            indent(true);
            text.append(first == 0 ? "\u2022\t" : number + ".\t");
            number++;
            visitChildren(item);
        }
        depth--;
    }

    private void code(String literal) {
        startBlock(true);
        int start = text.length();
        for (String line : literal.stripTrailing().split("\n")) {
            text.append("  ").append(line).append('\n');
        }
        spans.add(new Span(start, text.length() - start, Span.Look.CODE_BLOCK, ""));
    }

    private void look(Node node, Span.Look look, String target) {
        int start = text.length();
        visitChildren(node);
        if (text.length() > start) {
            spans.add(new Span(start, text.length() - start, look, target));
        }
    }

    /** Begins a new line, behind an empty one if there is to be some air. */
    private void startBlock(boolean air) {
        if (text.isEmpty()) {
            return;
        }
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        if (air && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
    }

    private void indent(boolean hanging) {
        if (depth > 0) {
            int line = (int) text.chars().filter(character -> character == '\n').count();
            indents.add(new MarkdownText.Indent(line, depth, hanging));
        }
    }
}
