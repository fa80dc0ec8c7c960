"""JSON as people write it in package.json and tsconfig.json: comments, trailing commas, a byte order mark."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

Table: TypeAlias = Mapping[str, Any]
"""A JSON object. What is below a key is anybody's guess: ask with ``table``, ``text`` and ``texts``."""

_COMMENT_OR_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n\r]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_COMMA_OR_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])')


def read_table(data: bytes | None) -> Table:
    """The object in a file; an empty one when there is no file, or it holds no readable object."""
    if data is None:
        return {}
    text = data.decode("utf-8-sig", "replace")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        try:
            value = json.loads(_COMMA_OR_STRING.sub(_keep_strings, _COMMENT_OR_STRING.sub(_keep_strings, text)))
        except (ValueError, RecursionError):
            return {}
    return cast(Table, value) if isinstance(value, dict) else {}


def table(value: Table, *keys: str) -> Table:
    """The object below a path of keys; an empty one when there is none."""
    below: Any = value
    for key in keys:
        below = cast(Table, below).get(key) if isinstance(below, dict) else None
    return cast(Table, below) if isinstance(below, dict) else {}


def text(value: Table, key: str) -> str | None:
    """The string below a key."""
    found = value.get(key)
    return found if isinstance(found, str) else None


def texts(value: Any) -> tuple[str, ...]:
    """The strings of a list; a single string counts as a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(item for item in cast("list[Any]", value) if isinstance(item, str))


def _keep_strings(match: re.Match[str]) -> str:
    found = match.group()
    return found if found.startswith('"') else " "
