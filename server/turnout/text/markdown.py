"""Markdown for places that can't show it: editors with plain text only, and terminals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

Paint: TypeAlias = Callable[[str, str], str]
"""Colours a piece of text by its role: heading, strong, code, link or dim."""
Link: TypeAlias = Callable[[str, str], str]
"""What to show of a link to somewhere that is not the web, from its text and its address."""

_FENCE = re.compile(r"\s*(```+|~~~+)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE_ROW = re.compile(r"\s*\|[\s:|-]+\|\s*$")
_TAG = re.compile(
    r"</?(?:b|i|em|strong|sub|sup|small|span|details|summary|kbd|p|div)\b[^>]*>|<!--.*?-->", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ICON = re.compile(r"\$\([a-z-]+\)\s?")
_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\[(?P<label>(?:`[^`]*`|\\.|[^\[\]\\`])*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<bare>https?://[^>\s]+)>"
    r"|\*\*(?P<strong>.+?)\*\*"
    r"|(?<![\w*_])[*_](?P<emphasis>[^\s*_][^*_]*)[*_](?![\w*_])"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>-])"
)  # fmt: skip


_LOCAL = re.compile(r"\[((?:`[^`]*`|\\.|[^\[\]\\`])*)\]\(((?!https?://)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")


def _unpainted(role: str, text: str) -> str:
    return text


def _name(text: str, _: str) -> str:
    return text


def render(markdown: str, paint: Paint = _unpainted, link: Link = _name, columns: int | None = None) -> str:
    """The text that a reader would see: links to the web keep their addresses, tables are lined up.

    With ``columns``, text is broken there, and a table that is wider becomes a list.
    """
    local = _LOCAL.sub(lambda found: link(found[1], found[2]), markdown)
    return "\n".join(_blocks(local.strip("\n").split("\n"), paint, columns)).rstrip() + "\n"


def _blocks(lines: list[str], paint: Paint, columns: int | None) -> Iterator[str]:
    index = 0
    while index < len(lines):
        line = lines[index]
        if fence := _FENCE.match(line):
            index += 1
            while index < len(lines) and not lines[index].strip().startswith(fence[1]):
                yield f"    {paint('code', lines[index])}".rstrip()
                index += 1
        elif _ROW.match(line):
            rows: list[str] = []
            while index < len(lines) and _ROW.match(lines[index]):
                rows.append(lines[index])
                index += 1
            yield from _table(rows, paint, columns)
            continue
        elif heading := _HEADING.match(line):
            yield paint("heading", _inline(heading[1], _unpainted))
        elif line.strip() in ("---", "***", "___"):
            yield paint("dim", "─" * 40)
        else:
            for part in _broken(_BREAK.sub("\n", line), columns):
                yield _inline(part, paint)
        index += 1


def _broken(text: str, columns: int | None) -> Iterator[str]:
    """A line as several; code and links stay whole, and what follows a bullet stands under its text."""
    for line in text.split("\n"):
        taken, indent = "", "  " if line.startswith("- ") else ""
        for word in _WORD.findall(line) if columns is not None else ():
            if taken.strip() and columns is not None and len(taken) + len(word) > columns:
                yield taken.rstrip()
                taken = indent + word.lstrip()
            else:
                taken += word
        yield taken if columns is not None else line


_WORD = re.compile(r"\s*(?:`[^`]*`|\[(?:\\.|[^\[\]\\])*\]\([^()\s]*\)|\S)+|\s+$")


def _table(rows: list[str], paint: Paint, columns: int | None) -> Iterator[str]:
    cells = [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
        for row in rows
        if not _RULE_ROW.match(row)
    ]
    count = max(len(row) for row in cells) if cells else 0
    plain = [[_inline(cell, _unpainted) for cell in row] + [""] * (count - len(row)) for row in cells]
    widths = [max(len(row[column]) for row in plain) for column in range(count)]
    if columns is not None and sum(widths) + 2 * (count - 1) > columns:
        yield from _listed(cells, paint, columns)
        return
    for number, (row, texts) in enumerate(zip(cells, plain, strict=True)):
        line = [
            (paint("heading", text) if number == 0 else _inline(cell, paint)) + " " * (width - len(text))
            for cell, text, width in zip((*row, *[""] * count), texts, widths, strict=False)
        ]
        if any(texts):
            yield "  ".join(line).rstrip()


def _listed(cells: list[list[str]], paint: Paint, columns: int) -> Iterator[str]:
    """Each row as its first cell with the others below it, by the names of their columns."""
    names, *rows = cells
    for row in rows:
        yield paint("heading", _inline(row[0], _unpainted))
        for name, cell in zip(names[1:], row[1:], strict=False):
            for part in _broken(f"- {_inline(name, _unpainted)}: {cell}", columns - 2):
                yield f"  {_inline(part, paint)}"


def _inline(text: str, paint: Paint) -> str:
    def shown(match: re.Match[str]) -> str:
        if (code := match["code"]) is not None:
            return paint("code", code.strip() if code.strip() else code)
        if (label := match["label"]) is not None:
            inner, url = _inline(label, _unpainted), match["url"]
            return paint("link", url) if inner == url else f"{inner} ({paint('link', url)})"
        if match["bare"] is not None:
            return paint("link", match["bare"])
        if match["strong"] is not None:
            return paint("strong", _inline(match["strong"], _unpainted))
        if match["emphasis"] is not None:
            return _inline(match["emphasis"], paint)
        return match["escaped"]

    parts: list[str] = []
    done = 0
    for match in _INLINE.finditer(text):
        parts += (_bare(text[done : match.start()]), shown(match))
        done = match.end()
    return "".join((*parts, _bare(text[done:])))


def _bare(text: str) -> str:
    return _ICON.sub("", _TAG.sub("", text))
