"""Types as text, taken apart without a compiler: unions, intersections, the members of an object."""

from __future__ import annotations

import re


def literal_members(text: str) -> dict[str, str]:
    """The members of ``{ a: string; b?: number }``; the type of an optional one has ``| undefined``."""
    text = text.strip()
    if not text.startswith("{"):
        return {}
    end = text.rfind("}")
    found: dict[str, str] = {}
    inner = re.sub(r"/\*.*?\*/|//[^\n]*", "", text[1:end], flags=re.DOTALL)
    for line in split(inner, ";,\n"):
        matched = re.match(r"\s*(?:readonly\s+)?(['\"]?)([\w$-]+)\1(\??)\s*:\s*(.*\S)\s*$", line, re.DOTALL)
        if matched:
            kind = matched.group(4)
            found[matched.group(2)] = f"{kind} | undefined" if matched.group(3) else kind
        elif line.strip() and (method := re.match(r"\s*([\w$]+)\??\s*\(", line)):
            found[method.group(1)] = "Function"
    return found


def alternatives(text: str) -> list[str]:
    """The members of a union."""
    return [each.strip() for each in split(text.strip(), "|") if each.strip()]


def split(text: str, signs: str) -> list[str]:
    """Split at signs that stand in no brackets and no strings."""
    parts: list[str] = []
    depth, current, quote = 0, "", ""
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"`":
            quote = char
        elif char in "([{<":
            depth += 1
        elif char in ")]}" or (char == ">" and text[index - 1 : index] != "="):
            depth -= 1
        if char in signs and depth == 0 and not quote:
            if char == "\n" and re.search(r"[|&:=]\s*$", current):
                continue
            if char == "\n" and re.match(r"\s*[|&]", text[index + 1 :]):
                continue
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current]


def without_nothing(text: str) -> str:
    """A type without null and undefined."""
    return " | ".join(each for each in alternatives(text) if each not in ("null", "undefined"))


def item_of(text: str) -> str | None:
    """What an index gives: ``Record<string, X>`` and ``X[]`` give X."""
    text = text.strip()
    if record := re.fullmatch(r"Record<[^,]*,(.*)>", text, re.DOTALL):
        return record.group(1).strip()
    array = re.fullmatch(r"(.*)\[\]|Array<(.*)>", text, re.DOTALL)
    return (array.group(1) or array.group(2)).strip() if array else None
