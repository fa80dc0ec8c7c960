"""Writing code the way a file writes it: quotes, semicolons, indentation, commas, braces and line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias, TypeVar

from tree_sitter import Node

from turnout.syntax.tree import parse
from turnout.text.edits import Edit
from turnout.text.line_index import LineIndex
from turnout.text.source import SourceFile
from turnout.text.span import Span

_T = TypeVar("_T")

Quote: TypeAlias = Literal["'", '"']
TrailingCommas: TypeAlias = Literal["none", "es5", "all"]
"""After the last member of a list of several lines: never, all but arguments and parameters, everywhere."""


@dataclass(frozen=True)
class Style:
    """How a file is written. The defaults are Prettier's."""

    quote: Quote = '"'
    semicolons: bool = True
    unit: str = "  "
    """One level of indentation."""
    trailing_commas: TrailingCommas = "all"
    newline: str = "\n"
    spaced_braces: bool = True
    """``{ a }`` rather than ``{a}``."""
    width: int = 80

    @staticmethod
    def of(*sources: SourceFile) -> Style:
        """How the first file is written; where it shows nothing the next one counts, at last Prettier."""
        seen = [_evidence(source) for source in sources]
        default = Style()
        return Style(
            quote=_most((each.quotes for each in seen), default.quote),
            semicolons=_most((each.semicolons for each in seen), default.semicolons),
            unit=_most((each.units for each in seen), default.unit),
            trailing_commas=_commas(seen, default.trailing_commas),
            newline=next((each.newline for each in seen if each.newline is not None), default.newline),
            spaced_braces=_most((each.braces for each in seen), default.spaced_braces),
            width=_most((each.widths for each in seen), default.width),
        )

    @property
    def end(self) -> str:
        """What ends a statement."""
        return ";" if self.semicolons else ""

    @property
    def comma(self) -> str:
        """What follows the last member of an object or array of several lines."""
        return "" if self.trailing_commas == "none" else ","

    def string(self, text: str) -> str:
        """A string literal; the other quotes where that saves escapes, as Prettier has it."""
        quote = self.quote
        other = "'" if quote == '"' else '"'
        if text.count(quote) > text.count(other):
            quote = other
        escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        escaped = escaped.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return quote + escaped.replace(quote, f"\\{quote}") + quote

    def braces(self, inside: str) -> str:
        """``{ inside }`` on one line."""
        return f"{{ {inside} }}" if self.spaced_braces else f"{{{inside}}}"

    def statement(self, text: str) -> str:
        """A statement with what ends it: ``return x`` becomes ``return x;``."""
        return text + self.end

    def indent(self, text: str, level: int) -> str:
        """Every line that is not empty, moved to the right."""
        prefix = self.unit * level
        return "".join(prefix + line if line.strip("\r\n") else line for line in text.splitlines(keepends=True))

    def lines(self, *lines: str) -> str:
        """Lines with this file's line ends, the last one too."""
        text = "".join(f"{line}\n" for line in lines).replace("\r\n", "\n")
        return text.replace("\n", self.newline)


def reindent(text: str, from_indent: str, to_indent: str) -> str:
    """Code moved to another depth. The first line stays as it is, and so do the texts of templates."""
    source = SourceFile.of("moved.tsx", text)
    return _reindented(source, Span(0, len(source.data)), from_indent, to_indent)


def moved(source: SourceFile, span: Span, to_indent: str) -> str:
    """The text of a span of a file, to stand at another depth."""
    return _reindented(source, span, source.indent_at(span.start), to_indent)


def _reindented(source: SourceFile, span: Span, from_indent: str, to_indent: str) -> str:
    if from_indent == to_indent:
        return source.text(span)
    kept = [Span(node.start_byte, node.end_byte) for node in _nodes(source) if node.type in _VERBATIM]
    parts: list[str] = []
    for line in _line_spans(source, span):
        text = source.text(line)
        is_first = line.start == span.start
        if is_first or not text.strip() or any(each.start < line.start < each.end for each in kept):
            parts.append(text)
            continue
        if text.startswith(from_indent):
            text = to_indent + text[len(from_indent) :]
        else:
            # Less indented than its beginning: a line that Prettier would not have left there.
            text = to_indent + text.lstrip(" \t")
        parts.append(text)
    return "".join(parts)


def removed(source: SourceFile, spans: Iterable[Span]) -> tuple[Edit, ...]:
    """Take statements away with their lines, and with the blank line that would be one too many then."""
    merged: list[Span] = []
    for span in sorted(_whole_lines(source, span) for span in spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    edits: list[Edit] = []
    for span in merged:
        start, end = _with_blank_line(source, span)
        # The blank line between two that go belongs to both.
        edits.append(Edit(Span(max(start, edits[-1].span.end) if edits else start, end), ""))
    return tuple(_to_the_end(source, edits))


def _to_the_end(source: SourceFile, edits: list[Edit]) -> list[Edit]:
    """Neighbours that go up to the end of the file take the blank lines before the first of them along."""
    if len(edits) < 2 or edits[-1].span.end < len(source.data):
        return edits
    first = len(edits) - 1
    while first and edits[first - 1].span.end == edits[first].span.start:
        first -= 1
    start, before = edits[first].span.start, source.data[: edits[first].span.start]
    kept = before.rstrip()
    if kept and before.endswith((b"\n", b"\r")):
        end_of_line = source.lines.line_span(source.lines.line_of(len(kept) - 1) + 1).start
        start = min(start, end_of_line)
    edits[first] = Edit(Span(start, edits[first].span.end), "")
    return edits


def _whole_lines(source: SourceFile, span: Span) -> Span:
    """The lines of a statement, if it and comments behind it are all that stands there; else the statement."""
    data, lines = source.data, source.lines
    start = lines.line_span(lines.line_of(span.start)).start
    before = data[start : span.start]
    if before.strip():
        # One of two spaces goes, and none stays at the end of a line.
        after = data[span.end : lines.line_span(lines.line_of(span.end)).end]
        if not after.strip():
            return Span(span.start - (len(before) - len(before.rstrip(b" \t"))), span.end)
        is_apart = before.endswith((b" ", b"\t"))
        return Span(span.start, span.end + (len(after) - len(after.lstrip(b" \t")) if is_apart else 0))
    last = lines.line_of(max(span.start, span.end - 1))
    line_end = lines.line_span(last).end
    after = data[span.end : line_end].strip()
    if after and not after.startswith(b"//"):
        spaces = len(data[span.end : line_end]) - len(data[span.end : line_end].lstrip(b" \t"))
        return Span(span.start, span.end + spaces)
    end = lines.line_span(last + 1).start if last + 1 < lines.line_count else line_end
    return Span(start, end)


def _with_blank_line(source: SourceFile, span: Span) -> Span:
    data, lines = source.data, source.lines
    first = lines.line_of(span.start)
    if lines.line_span(first).start != span.start:
        return span
    above = data[slice(*lines.line_span(first - 1))].strip() if first > 0 else b""
    after = lines.line_of(span.end)
    if span.end >= len(data):
        # At the end of the file the blank lines before go too.
        while first > 0 and not data[slice(*lines.line_span(first - 1))].strip():
            first -= 1
        return Span(lines.line_span(first).start, span.end)
    if lines.line_span(after).start != span.end:
        return span
    if not above or above.endswith(b"{"):
        # A block begins with no blank line, either.
        while after + 1 < lines.line_count and not data[slice(*lines.line_span(after))].strip():
            after += 1
        span = Span(span.start, lines.line_span(after).start)
    if data[slice(*lines.line_span(after))].strip().startswith(b"}"):
        while first > 0 and not data[slice(*lines.line_span(first - 1))].strip():
            first -= 1
        span = Span(lines.line_span(first).start, span.end)
    return span


def _line_spans(source: SourceFile, span: Span) -> Iterator[Span]:
    start = span.start
    for line in source.data[span.start : span.end].splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


_VERBATIM = frozenset({"template_string"})


def _nodes(source: SourceFile) -> Iterator[Node]:
    stack = [parse(source).root]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(node.children)


# -------------------------------------------------------------------- evidence

_ENDED = frozenset({
    "expression_statement", "lexical_declaration", "variable_declaration", "return_statement",
    "throw_statement", "import_statement", "break_statement", "continue_statement", "type_alias_declaration",
})  # fmt: skip
"""Statements that end with a semicolon when a file writes semicolons."""

_INDENTING = frozenset(
    {"statement_block", "object", "class_body", "object_type", "interface_body", "switch_body", "array"}
)
_LISTS = frozenset({"object", "array", "object_pattern", "array_pattern", "named_imports", "export_clause"})
_CALLS = frozenset({"arguments", "formal_parameters"})
_BRACED = frozenset({"object", "object_pattern", "named_imports", "export_clause", "object_type"})
_ENDLESS = frozenset({"rest_pattern"})
"""After a rest element no comma may stand."""


class _Evidence:
    """What one file shows of its habits, counted."""

    def __init__(self, source: SourceFile) -> None:
        self.quotes: Counter[Quote] = Counter()
        self.semicolons: Counter[bool] = Counter()
        self.units: Counter[str] = Counter()
        self.list_commas: Counter[bool] = Counter()
        self.call_commas: Counter[bool] = Counter()
        self.braces: Counter[bool] = Counter()
        self.widths: Counter[int] = Counter()
        ended = b"\n" in source.data or b"\r" in source.data
        self.newline = source.newline if ended else None
        self._source = source
        self._index: LineIndex = source.lines
        for node in _nodes(source):
            self._see(node)
        self._see_widths(source)

    def _see(self, node: Node) -> None:
        kind = node.type
        if kind == "string" and node.is_named:
            self._see_string(node)
        elif kind in _ENDED:
            self._see_statement(node)
        elif kind == "export_statement" and _last(node) != "}":
            if node.child_by_field_name("source") is not None or node.child_by_field_name("value") is not None:
                self._see_statement(node)
        if kind in _INDENTING:
            self._see_indent(node)
        if kind in _LISTS or kind in _CALLS:
            self._see_commas(node)
        if kind in _BRACED and node.named_child_count:
            self._see_braces(node)

    def _see_string(self, node: Node) -> None:
        if node.parent is not None and node.parent.type == "jsx_attribute":
            return
        text = self._source.data[node.start_byte : node.end_byte]
        if b"'" in text[1:-1] or b'"' in text[1:-1]:
            return
        self.quotes["'" if text[:1] == b"'" else '"'] += 1

    def _see_statement(self, node: Node) -> None:
        if node.parent is not None and node.parent.type in ("for_statement", "for_in_statement"):
            return
        data = self._source.data
        # `if (a) { return }` on one line shows nothing: many leave the semicolon out there.
        after = data[node.end_byte : node.end_byte + 120].lstrip(b" \t")
        if _last(node) != ";" and after[:1] not in (b"\n", b"\r", b"") and not after.startswith((b"//", b"/*")):
            return
        self.semicolons[_last(node) == ";"] += 1

    def _see_indent(self, node: Node) -> None:
        if node.start_point.row == node.end_point.row:
            return
        outer = self._source.indent_at(node.start_byte)
        for part in node.named_children:
            if part.start_point.row == node.start_point.row:
                return
            inner = self._source.indent_at(part.start_byte)
            begins_line = self._source.data[part.start_byte - len(inner) : part.start_byte].decode() == inner
            if begins_line and len(inner) > len(outer) and inner.startswith(outer):
                self.units[inner[len(outer) :]] += 1
            return

    def _see_commas(self, node: Node) -> None:
        parts = [part for part in node.children if part.type != "comment"]
        if len(parts) < 3 or node.start_point.row == node.end_point.row:
            return
        last, closing = parts[-2], parts[-1]
        if last.end_point.row == closing.start_point.row or last.type in _ENDLESS:
            return
        if last.type == "required_parameter" and last.named_children[:1] and last.named_children[0].type in _ENDLESS:
            return
        counter = self.list_commas if node.type in _LISTS else self.call_commas
        counter[last.type == ","] += 1

    def _see_braces(self, node: Node) -> None:
        if node.start_point.row != node.end_point.row:
            return
        self.braces[self._source.data[node.start_byte + 1 : node.start_byte + 2] in (b" ", b"\t")] += 1

    def _see_widths(self, source: SourceFile) -> None:
        """A width shows in the code lines that are longer than Prettier's 80: a few may be texts."""
        lengths = [
            len(line.expandtabs(4))
            for line in source.text().splitlines()
            if line.strip() and not _HAS_LONG_TEXT.search(line)
        ]
        if len(lengths) < 10:
            return
        longer = sorted(length for length in lengths if length > 80)
        if len(longer) < 3:
            self.widths[80] += 1
            return
        widest = longer[int(len(longer) * 0.9)]
        self.widths[100 if widest <= 100 else 120] += 1


@lru_cache(maxsize=64)
def _evidence(source: SourceFile) -> _Evidence:
    """A conversion asks for the style of the same few files again and again; a look at all nodes is dear."""
    return _Evidence(source)


_HAS_LONG_TEXT = re.compile(r"//|/\*|^\s*\*|['\"`][^'\"`]{30,}['\"`]|className=|^import ")


def _last(node: Node) -> str:
    return node.children[-1].type if node.child_count else ""


def _most(counters: Iterable[Counter[_T]], default: _T) -> _T:
    """The most frequent in the first counter that has counted anything."""
    for counter in counters:
        if counter:
            return counter.most_common(1)[0][0]
    return default


def _commas(seen: Iterable[_Evidence], default: TrailingCommas) -> TrailingCommas:
    for each in seen:
        if each.list_commas or each.call_commas:
            in_lists = _most((each.list_commas,), each.call_commas[True] > each.call_commas[False])
            if not in_lists:
                return "none"
            return "all" if _most((each.call_commas,), True) else "es5"
    return default
