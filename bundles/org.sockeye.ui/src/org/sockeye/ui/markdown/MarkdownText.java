package org.sockeye.ui.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Markdown as plain text with looks.
 *
 * @param text what is read
 * @param spans what looks different in it, in order of start; one may lie in another
 * @param indents a line each that is not at the margin
 */
record MarkdownText(String text, List<Span> spans, List<Indent> indents) {

    /**
     * @param line counted from 0
     * @param depth how many levels deep
     * @param hanging whether wrapped text stands under the text behind the bullet
     */
    record Indent(int line, int depth, boolean hanging) {
    }

    static MarkdownText of(String markdown) {
        Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
        MarkdownWriter writer = new MarkdownWriter();
        parser.parse(markdown).accept(writer);
        return writer.result();
    }
}
