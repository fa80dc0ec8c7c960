"""Texts that components are given for an address: ``<Table endpoint="/api/users" />``.

A component that requests ``${endpoint}/status`` is a wrapper like any other function, only that it is called as an
element. What it asks for is known once its users' files are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.module import Module
from turnout.model.strings import Hole, Text, texts

_NAMES = re.compile(r"url|path|endpoint|route|uri|action|api|resource|base", re.IGNORECASE)
_LIKELY = re.compile(
    rb"\b\w*(?:[uU]rl|[pP]ath|[eE]ndpoint|[rR]oute|[uU]ri|[aA]ction|[aA]pi|[rR]esource|[bB]ase)\w*=[\"'{]"
)
_LINKS = frozenset({"href", "src", "srcSet", "poster", "to"})
"""What a component of these names does with them is known: it links or loads."""


@dataclass(frozen=True, slots=True)
class Prop:
    """One attribute of one component's element."""

    component: Callee
    name: str
    texts: tuple[Text, ...]


def find_props(module: Module) -> tuple[Prop, ...]:
    """The attributes of a file's elements that can be addresses, or the front of one."""
    if not _LIKELY.search(module.source.data):
        return ()
    return tuple(dict.fromkeys(_props(module)))


def _props(module: Module) -> Iterator[Prop]:
    for code in module.everything:
        if not isinstance(code, c.Jsx) or code.tag_name is None:
            continue
        for attribute in code.attributes:
            if not isinstance(attribute, c.JsxAttribute) or attribute.name in _LINKS or attribute.value is None:
                continue
            value = c.bare(attribute.value)
            if not _NAMES.search(attribute.name) or isinstance(value, (c.Function, c.Jsx, c.Object, c.Array, c.Call)):
                continue
            found = tuple(text for text in texts(module, value, 6) if _leads_somewhere(text))
            component = callee_of(module, code.tag_name) if found else None
            if component is not None and component.source != "":
                yield Prop(component, attribute.name, found)


def _leads_somewhere(text: Text) -> bool:
    first = text[0]
    if isinstance(first, Hole):
        return first.source is not None or first.parameter is not None
    return first.startswith(("/", "api/", "http"))
