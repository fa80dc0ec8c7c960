"""Types that a schema gives: ``z.infer<typeof schema>`` read off ``z.object({ … })``."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot

_SCHEMA_PLAIN = {"string": "string", "email": "string", "uuid": "string", "url": "string", "cuid": "string",
                 "number": "number", "int": "number", "boolean": "boolean", "enum": "string", "nativeEnum": "string",
                 "literal": "string", "nanoid": "string", "ulid": "string"}  # fmt: skip
_CHANGES_NO_KEYS = frozenset({"strict", "passthrough", "partial", "refine", "superRefine", "strip", "required"})


def schema_members(project: Snapshot, module: Module, name: str) -> tuple[Module, dict[str, str]] | None:
    """The members of ``z.object({ … })`` and its file; those that are not plain have an unknown type."""
    value = module.top_level.get(name)
    if value is None and (imported := module.import_of.get(name)) is not None:
        found = project.definition(module.path, imported.source.value, imported.imported)
        if found is None:
            return None
        module, value = found.module, found.export.value
    current = c.bare(value) if value is not None else None
    while isinstance(current, c.Call) and isinstance(current.callee, c.Member):
        if current.callee.name not in _CHANGES_NO_KEYS:
            break
        current = c.bare(current.callee.object)
    if not isinstance(current, c.Call) or not current.arguments:
        return None
    given = c.bare(current.arguments[0])
    if not (c.dotted(current.callee) or "").endswith("object") or not isinstance(given, c.Object):
        return None
    members = (member for member in given.members if isinstance(member, c.Property))
    return module, {member.key: _type(member.value) for member in members if member.key is not None}


def _type(value: c.Expression) -> str:
    """``z.string().min(1)`` is a string; a date, a file or anything unknown is ``unknown``."""
    kinds: list[str] = []
    optional = ""
    current = c.bare(value)
    while isinstance(current, c.Call) and isinstance(current.callee, c.Member):
        name = current.callee.name
        if name in ("optional", "nullish", "nullable"):
            optional = " | undefined" if name == "optional" else " | null"
        elif name in ("transform", "pipe", "preprocess", "date"):
            return "unknown"
        elif name == "array":
            inner = (
                _type(current.arguments[0])
                if current.arguments and not isinstance(current.arguments[0], c.Spread)
                else "unknown"
            )
            kinds.append("unknown" if inner == "unknown" else f"{inner}[]")
        elif name in _SCHEMA_PLAIN:
            kinds.append(_SCHEMA_PLAIN[name])
        below = c.bare(current.callee.object)
        if isinstance(below, c.Member) and below.name == "coerce":
            return "unknown"
        current = below
    return (kinds[-1] if kinds else "unknown") + optional


def asks_for_texts(module: Module, schema: c.Name, key: str) -> bool:
    """``z.object({ params: z.object({ id: z.string() }) })``: all that it asks for below ``key`` are texts."""
    binding = module.scopes.binding(schema)
    outer = _object_of(binding.value) if binding is not None and binding.value is not None else None
    inner = outer.get(key) if outer is not None and len(outer.members) == 1 else None
    texts = _object_of(inner) if inner is not None else None
    return texts is not None and all(
        isinstance(member, c.Property)
        and isinstance(member.value, c.Call)
        and c.dotted(member.value.callee) == "z.string"
        and not member.value.arguments
        for member in texts.members
    )


def _object_of(value: c.Expression) -> c.Object | None:
    """``{ … }`` of ``z.object({ … })``"""
    bare = c.bare(value)
    if not isinstance(bare, c.Call) or c.dotted(bare.callee) != "z.object" or len(bare.arguments) != 1:
        return None
    only = bare.arguments[0]
    return only if isinstance(only, c.Object) else None
