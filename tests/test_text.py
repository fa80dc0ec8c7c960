"""Bytes and places: positions in three encodings, odd line ends, and edits that apply all or nothing."""

from __future__ import annotations

import random

import pytest

from turnout.text.edits import Edit, OverlappingEdits, apply_edits, unified_diff
from turnout.text.line_index import Encoding, LineIndex, Position
from turnout.text.markdown import render
from turnout.text.rewriting import Rewriting
from turnout.text.source import SourceFile
from turnout.text.span import Span

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", [0]),
        ("a", [0]),
        ("a\nb", [0, 2]),
        ("a\r\nb", [0, 3]),
        ("a\rb", [0, 2]),
        ("a\n\r\nb\r\rc", [0, 2, 4, 6, 7]),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", [0]),
        ("a\n", [0, 2]),
        ("\ufeffa\nb", [3, 5]),
    ],
)
def test_lines_end_as_the_protocol_says(text: str, starts: list[int]) -> None:
    index = LineIndex(text.encode())
    assert [index.line_span(line).start for line in range(index.line_count)] == starts


@pytest.mark.parametrize(
    ("text", "offset", "encoding", "expected"),
    [
        ("const 🚂 = 1", 10, "utf-8", (0, 10)),
        ("const 🚂 = 1", 10, "utf-16", (0, 8)),
        ("const 🚂 = 1", 10, "utf-32", (0, 7)),
        ("é\né!", 5, "utf-16", (1, 1)),
        ("\ufeffab", 4, "utf-16", (0, 1)),
        ("a\r\nb", 99, "utf-16", (1, 1)),
    ],
)
def test_positions(text: str, offset: int, encoding: Encoding, expected: tuple[int, int]) -> None:
    assert LineIndex(text.encode()).position(offset, encoding) == Position(*expected)


def test_there_and_back_again() -> None:
    chance = random.Random(7)
    alphabet = ["a", "é", "€", "🚂", "\n", "\r\n", "\r", "\u2028", "\t", "x"]
    for _ in range(300):
        text = "".join(chance.choices(alphabet, k=chance.randrange(40)))
        data = text.encode()
        index = LineIndex(data)
        edges = [len(text[:at].encode()) for at in range(len(text) + 1)]
        for edge in edges:
            if data[edge - 1 : edge + 1] == b"\r\n":
                continue  # No position lies inside a line end.
            for encoding in ENCODINGS:
                position = index.position(edge, encoding)
                found = index.offset(position, encoding)
                # The place behind a line end is the start of the next line.
                assert found == edge, (text, edge, encoding, position)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_positions_beyond_the_text_are_clamped(encoding: Encoding) -> None:
    index = LineIndex(b"ab\ncd")
    assert index.offset(Position(0, 99), encoding) == 2
    assert index.offset(Position(9, 0), encoding) == 5
    assert index.offset(Position(-1, 0), encoding) == 0
    assert index.offset(Position(1, -5), encoding) == 3


def test_a_column_inside_a_character_goes_to_its_end() -> None:
    index = LineIndex("🚂x".encode())
    assert index.offset(Position(0, 1), "utf-16") == 4
    assert index.offset(Position(0, 2), "utf-8") == 4


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\xffb", "a\ufffdb"),
        (b"\xc3", "\ufffd"),
        ("a\ud800b", "a?b"),
        (b"", ""),
    ],
)
def test_any_bytes_make_a_source(data: bytes | str, text: str) -> None:
    assert SourceFile.of("a.js", data).text() == text


@pytest.mark.parametrize(
    ("text", "newline"), [("a\nb", "\n"), ("a\r\nb", "\r\n"), ("a\rb", "\r"), ("", "\n"), ("a", "\n")]
)
def test_the_line_end_of_a_file(text: str, newline: str) -> None:
    assert SourceFile.of("a.js", text).newline == newline


def test_edits_apply_in_any_order_and_insertions_keep_theirs() -> None:
    edits = [Edit(Span(4, 7), "B"), Edit(Span(0, 3), "A"), Edit(Span(3, 3), "1"), Edit(Span(3, 3), "2")]
    assert apply_edits(b"one two", edits) == b"A12 B"


@pytest.mark.parametrize("edits", [[Edit(Span(0, 3), ""), Edit(Span(2, 4), "")], [Edit(Span(5, 99), "")]])
def test_overlapping_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlappingEdits):
        apply_edits(b"one two", edits)


def test_a_text_rewritten_twice_is_one_change() -> None:
    text = Rewriting(b"one two three")
    text.edit([Edit(Span(4, 7), "2"), Edit(Span(0, 0), "<"), Edit(Span(0, 0), "<")])
    assert text.data == b"<<one 2 three"
    text.edit([Edit(Span(1, 3), ""), Edit(Span(6, 7), "II"), Edit(Span(13, 13), "!")])
    assert text.data == b"<ne II three!"
    assert apply_edits(b"one two three", text.edits) == text.data
    assert [text.before(offset) for offset in (0, 1, 3, 8, 12)] == [0, 1, 3, 9, 13]
    with pytest.raises(OverlappingEdits):
        text.edit([Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])
    assert Rewriting(b"").edits == ()


def test_many_rewritings_are_still_told_in_the_first_places() -> None:
    chance = random.Random(5)
    for _ in range(300):
        data = bytes(chance.choices(b"abcdef", k=chance.randint(0, 20)))
        text, plain = Rewriting(data), data
        for _ in range(chance.randint(1, 5)):
            places = sorted(chance.randint(0, len(plain)) for _ in range(2 * chance.randint(0, 3)))
            pairs = zip(places[::2], places[1::2], strict=True)
            edits = [Edit(Span(start, end), chance.choice(["", "X", "YZ"])) for start, end in pairs]
            text.edit(edits)
            plain = apply_edits(plain, edits)
            assert text.data == plain
        assert apply_edits(data, text.edits) == plain


def test_a_diff_says_what_is_made_and_deleted() -> None:
    assert unified_diff("a.js", None, "x\n") == "--- /dev/null\n+++ b/a.js\n@@ -0,0 +1 @@\n+x\n"
    assert "\\ No newline at end of file" in unified_diff("a.js", "x", "y\n")


def test_markdown_fits_a_narrow_terminal() -> None:
    rows = (
        "| | HTTP endpoint | Server Action |",
        "|---|---|---|",
        "| Body | as large as the host allows | at most `1 MB` |",
    )
    text = "- It is called, and what is `in code` stays whole: [page.tsx:4](x)\n\n" + "\n".join(rows)
    lines = render(text, link=lambda _, address: address, columns=40).splitlines()
    assert lines == [
        "- It is called, and what is in code",
        "  stays whole: x",
        "",
        "Body",
        "  - HTTP endpoint: as large as the host",
        "    allows",
        "  - Server Action: at most 1 MB",
    ]
    wide = render(text, link=lambda _, address: address).splitlines()[2:]
    assert wide[1] == "Body  as large as the host allows  at most 1 MB"
    assert wide[0].index("Server Action") == wide[1].index("at most")
