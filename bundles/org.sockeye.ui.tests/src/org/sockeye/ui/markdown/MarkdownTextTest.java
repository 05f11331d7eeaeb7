package org.sockeye.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void headingsAndParagraphsStandApart() {
        assertEquals("Title\n\nOne line and the same.\n\nAnother.",
                MarkdownText.of("# Title\nOne line\nand the same.\n\nAnother.").text());
    }

    @Test
    void itemsHaveBulletsOrNumbersAndHang() {
        MarkdownText text = MarkdownText.of("1. first\n2. second\n   - deeper");
        assertEquals("1.\tfirst\n2.\tsecond\n\u2022\tdeeper", text.text());
        assertEquals(List.of(new MarkdownText.Indent(0, 1, true), new MarkdownText.Indent(1, 1, true),
                new MarkdownText.Indent(2, 2, true)), text.indents());
    }

    @Test
    void codeKeepsItsLinesAndSpaces() {
        MarkdownText text = MarkdownText.of("Try:\n\n    a  b\n    c");
        assertTrue(text.text().contains("  a  b\n  c"), text.text());
        assertEquals(Span.Look.CODE_BLOCK, text.spans().get(0).look());
    }

    @Test
    void looksCoverTheirWords() {
        MarkdownText text = MarkdownText.of("a **bold** `code` [here](https://example.org)");
        assertEquals("a bold code here", text.text());
        assertEquals(List.of(new Span(2, 4, Span.Look.STRONG, ""), new Span(7, 4, Span.Look.CODE, ""),
                new Span(12, 4, Span.Look.LINK, "https://example.org")), text.spans());
    }
}
