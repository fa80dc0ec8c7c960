"""A quick fix that validates what a caller sends, with the schema library that the project itself uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Fix
from turnout.syntax.write import Style
from turnout.text.edits import Edit


@dataclass(frozen=True)
class _Library:
    """How a library is imported, how it writes an object, and how a value is parsed; ``{z}`` is its local name."""

    sources: tuple[str, ...]
    imported: str
    """``*`` for a namespace."""
    local: str
    call: str
    first: str
    """A member that every object of it needs, lest it keeps fields that it does not know."""
    parse: str
    text: str
    number: str
    boolean: str


_LIBRARIES = (
    _Library(("zod", "zod/v4", "zod/v3"), "z", "z", "{z}.object", "", "{name}.parse({value})",
             "{z}.string()", "{z}.number()", "{z}.boolean()"),
    _Library(("valibot",), "*", "v", "{z}.object", "", "{z}.parse({name}, {value})",
             "{z}.string()", "{z}.number()", "{z}.boolean()"),
    _Library(("yup",), "*", "yup", "{z}.object", "", "{name}.validateSync({value}, {{ stripUnknown: true }})",
             "{z}.string().required()", "{z}.number().required()", "{z}.boolean().required()"),
    _Library(("arktype",), "type", "type", "{z}", "'+': 'delete'", "{name}.assert({value})",
             "'string'", "'number'", "'boolean'"),
)  # fmt: skip

_used: WeakKeyDictionary[Snapshot, dict[str, tuple[_Library, str] | None]] = WeakKeyDictionary()


def schema_stub(view: FileView, function: c.Function, place: c.Expression) -> Fix | None:
    """Parse a value before it is used; None when the app has no library for that, or no name is free."""
    used = _library(view.project, view.app)
    if used is None:
        return None
    library, source = used
    module = view.module
    name = next((name for name in ("Input", "InputSchema", "CallerInput") if _is_free(module, name)), None)
    statement = next((each for each in module.body if each.span.contains(function.span)), None)
    if name is None or statement is None:
        return None
    style = Style.of(module.source)
    local, added = _imported(module, library, source, style)
    if local is None:
        return None
    newline = module.source.newline
    value = module.source.text(place.span)
    parsed = library.parse.format(z=local, name=name, value=value)
    members = list(_members(module, function, place, library, local, style))
    lines = [f"const {name} = {library.call.format(z=local)}({{"]
    lines += [f"{style.unit}{member}," for member in members]
    if not members or members == [_quoted(library.first, style)]:
        lines.append(f"{style.unit}// The fields that callers may set.")
    lines.append(style.statement("})"))
    schema = newline.join(lines) + newline * 2
    # Behind the imports that may be added: one edit where both would stand at one place.
    if added is not None and added.span.start == statement.span.start:
        edits = (insert(statement.span.start, added.text + newline + schema), Edit(place.span, parsed))
    else:
        edits = (
            *((added,) if added is not None else ()),
            insert(statement.span.start, schema),
            Edit(place.span, parsed),
        )
    return Fix(f"Validate it with {library.sources[0]}", edits)


def _library(project: Snapshot, app: App) -> tuple[_Library, str] | None:
    """The library that the app imports most, and from where."""
    kept = _used.setdefault(project, {})
    if app.root not in kept:
        counts: Counter[str] = Counter()
        for path in project.paths():
            surface = project.surface(path)
            if surface is not None and app.owns(path):
                counts.update(each.source for each in surface.imports if not each.type_only)
        found = [(counts[source], library, source) for library in _LIBRARIES for source in library.sources]
        best = max(found, key=lambda each: each[0])
        kept[app.root] = (best[1], best[2]) if best[0] else None
    return kept[app.root]


def _is_free(module: Module, name: str) -> bool:
    return name not in module.top_level and not any(
        isinstance(each, c.Name) and each.name == name for each in module.everything
    )


def _imported(module: Module, library: _Library, source: str, style: Style) -> tuple[str | None, Edit | None]:
    """The library's name in the file, and the import that is needed for it; no name when it means something else."""
    for each in module.imports:
        if each.source.value in library.sources and not each.type_only:
            if each.imported in (library.imported, "*", "default"):
                return each.local.name, None
    if not _is_free(module, library.local):
        return None, None
    whole = library.imported == "*"
    names = f"* as {library.local}" if whole else style.braces(library.imported)
    line = style.statement(f"import {names} from {style.string(source)}")
    newline = module.source.newline
    imports = [statement for statement in module.body if isinstance(statement, c.Import)]
    if imports:
        return library.local, insert(imports[-1].span.end, newline + line)
    if module.directives:
        return library.local, insert(module.directives[-1].statement.end, newline * 2 + line)
    return library.local, insert(module.body[0].span.start, line + newline)


def _members(
    module: Module, function: c.Function, place: c.Expression, library: _Library, local: str, style: Style
) -> Iterator[str]:
    """The fields that the type of an argument names, when all are texts, numbers and booleans."""
    if library.first:
        yield _quoted(library.first, style)
    kinds = {"string": library.text, "number": library.number, "boolean": library.boolean}
    for name, kind in _fields(module, function, place):
        yield f"{name}: {_quoted(kinds[kind].format(z=local), style)}"


def _quoted(text: str, style: Style) -> str:
    return text.replace("'", style.quote)


def _fields(module: Module, function: c.Function, place: c.Expression) -> list[tuple[str, str]]:
    bare = c.bare(place)
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    if binding is None or binding.kind != "parameter" or binding.function is not function:
        return []
    type_ = function.parameters[binding.index].type
    text = module.source.text(type_.span).strip(": ") if type_ is not None else ""
    inside = re.fullmatch(r"\{\s*(.*?)[;,]?\s*\}", text, re.DOTALL)
    parts = re.split(r"[;,\n]\s*", inside[1]) if inside is not None else []
    found = [re.fullmatch(r"(\w+): (string|number|boolean)", part.strip()) for part in parts if part.strip()]
    return [(each[1], each[2]) for each in found if each is not None] if all(found) else []
