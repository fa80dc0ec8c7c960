"""Sound TypeScript that the grammar can't read, in words of the same length that it can: every place stays where it is.

``prisma.$queryRaw<Row[]>`SELECT …` `` is read without its type arguments, ``typeof import('./plans')`` as a name, and
``<p>Terms & more</p>`` with another sign. Only the tree comes from such a text; whatever is copied comes from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from turnout.text.span import Span

_BEGINS_TYPES = re.compile(
    rb"(?<=[\w$])<(?=\s*(?:[A-Z{\[(]|readonly\b|typeof\b|import\b|string\b|number\b|boolean\b|bigint\b|any\b|unknown\b"
    rb"|object\b|void\b|never\b|null\b|undefined\b))"
)
_LONGEST = 2_000
"""Bytes of type arguments."""
_CLOSERS = {ord("<"): ord(">"), ord("{"): ord("}"), ord("["): ord("]"), ord("("): ord(")")}
_IMPORTED_TYPE = re.compile(rb"(?<=typeof )import\([^()\n]*\)|import\([^()\n]*\)(?=(?:\.[\w$]+)+(?:<[^<>\n]*>)?\[\])")
_LINE_BEFORE_IN = re.compile(rb"(?<=[\w\])}>'\"])\n(?=[ \t]*in[_\d$(?:])")
"""``in_stock: boolean`` on a line of its own: the grammar sees the operator ``in``, and goes on with the line above."""
_AMPERSAND = re.compile(rb"(?<=[\w.!?)>] )&(?= [\w<(])")


def without_types_of_templates(data: bytes) -> bytes:
    """The type arguments of tagged templates as blanks; the grammar takes them for comparisons."""
    if b">`" not in data:
        return data
    blanked = bytearray(data)
    for begin in _BEGINS_TYPES.finditer(data):
        end = _end_of_types(data, begin.start())
        if end is not None and data[end : end + 1] == b"`":
            blanked[begin.start() : end] = re.sub(rb"[^\n\r]", b" ", data[begin.start() : end])
    return bytes(blanked)


def mended(data: bytes, errors: Iterable[Span]) -> bytes:
    """A text with errors where the grammar may be the one that errs."""
    text = bytearray(_IMPORTED_TYPE.sub(lambda found: b"_" * len(found[0]), _LINE_BEFORE_IN.sub(b";", data)))
    for error in errors:
        for found in _AMPERSAND.finditer(data, error.start, error.end):
            text[found.start()] = ord("+")
    return bytes(text)


def _end_of_types(data: bytes, start: int) -> int | None:
    """Behind the ``>`` that closes the ``<`` at a place; None where brackets don't match."""
    open_: list[int] = []
    for at in range(start, min(len(data), start + _LONGEST)):
        byte = data[at]
        if byte in _CLOSERS:
            open_.append(_CLOSERS[byte])
        elif byte == ord(">") and data[at - 1 : at] == b"=":
            continue
        elif byte in _CLOSERS.values():
            if not open_ or open_.pop() != byte:
                return None
            if not open_:
                return at + 1
        elif byte in b"`=" and data[at : at + 2] != b"=>":
            return None
    return None
