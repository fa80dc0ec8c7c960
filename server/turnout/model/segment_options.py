"""The options that a file exports for Next.js to read: ``dynamic``, ``revalidate``, ``runtime`` and their like."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.module import Export, Module

SEGMENT_OPTIONS = (
    "dynamic", "dynamicParams", "revalidate", "fetchCache", "runtime", "preferredRegion", "maxDuration",
)  # fmt: skip
"""What a page, layout or route handler may set."""

CACHE_COMPONENTS_OPTIONS = ("instant", "prefetch", "ensureStatic")
"""What it may set with ``cacheComponents`` only."""


@dataclass(frozen=True, slots=True)
class Option:
    """``export const name = value``: the only form in which Next.js reads an option without running the file."""

    name: str
    export: Export
    written: c.Expression

    @property
    def value(self) -> c.Expression:
        return c.bare(self.written)

    @property
    def text(self) -> str | None:
        """The value when it is a plain text."""
        match self.value:
            case c.String(value=text) | c.Template(strings=(text,)):
                return text
            case _:
                return None


def option(module: Module, name: str) -> Option | None:
    """What a file sets an option to; None when it doesn't, or in a form that Next.js doesn't read."""
    export = module.export(name)
    return option_of(export) if export is not None else None


def option_of(export: Export) -> Option | None:
    match export.statement:
        case c.ExportDeclaration(declaration=c.Declare(kind="const", declarators=declarators)):
            found = next((each for each in declarators if each.pattern is export.local), None)
            return Option(export.name, export, found.value) if found is not None and found.value is not None else None
        case _:
            return None


def option_text(module: Module, name: str) -> str | None:
    """The plain text that an option is set to: ``edge`` for ``export const runtime = 'edge'``."""
    found = option(module, name)
    return found.text if found is not None else None


def is_alone(export: Export) -> bool:
    """Whether taking the statement away takes nothing else away: ``export const a = 1, b = 2`` is not alone."""
    match export.statement:
        case c.ExportDeclaration(declaration=c.Declare(declarators=(_,))):
            return True
        case _:
            return False


def is_static(value: c.Expression) -> bool:
    """What next/dist/build/analysis/extract-const-value.js can read."""
    match c.bare(value):
        case c.String() | c.Number() | c.Constant() | c.Regex():
            return True
        case c.Template(values=values):
            return not values
        case c.Array(items=items):
            return all(item is None or (not isinstance(item, c.Spread) and is_static(item)) for item in items)
        case c.Object(members=members):
            return all(
                isinstance(each, c.Property) and each.computed is None and not each.shorthand and is_static(each.value)
                for each in members
            )
        case _:
            return False
