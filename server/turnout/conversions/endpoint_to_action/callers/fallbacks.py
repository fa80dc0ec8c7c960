"""What a caller has for an answer without JSON, ``res.json().catch(() => ({}))``, where that is ``data: null`` now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read
from turnout.conversions.endpoint_to_action.callers.common_fallback import is_text
from turnout.conversions.endpoint_to_action.callers.ends_alike import ends_alike
from turnout.conversions.endpoint_to_action.callers.outcomes import told_at
from turnout.conversions.endpoint_to_action.ground.pure import is_literal
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span


@dataclass(frozen=True)
class Fallback:
    """``text`` stands behind the read, and ``mark`` behind what each member in ``guarded`` is read of."""

    text: str = ""
    guarded: tuple[c.Member, ...] = ()
    is_direct: bool = False
    """``(await res.json().catch(() => ({}))).error``: the one guarded member stands right behind the read."""
    mark: Literal["?", "!"] = "?"

    @property
    def marks(self) -> tuple[Span, ...]:
        """Where ``mark`` goes."""
        return tuple(Span(member.object.span.end, member.object.span.end) for member in self.guarded)


def fallback_of(site: CallSite, read: Read) -> Fallback | None:
    """What stands for the fallback of a read that may find ``null``; None when nothing can."""
    module = site.module
    keys = _keys_read(module, read)
    if read.fallback is None:
        return _rejecting(site, read, keys)
    value = c.bare(read.fallback)
    if site.is_untyped and is_literal(value) and not (isinstance(value, c.Object) and not value.members and keys):
        null = isinstance(value, c.Constant) and value.text == "null"
        return Fallback("" if null else f" ?? {module.source.text(value.span)}")
    if read.form == "text":
        return Fallback() if isinstance(value, c.String) and not value.value else None
    match value:
        case c.Call() if is_text(value):
            return Fallback(f" ?? {Style.of(module.source).string('')}")
        case c.Constant(text="null"):
            is_safe = keys is None or all(member.optional or _succeeded(site, member) for member in keys)
            return Fallback() if is_safe else None
        case c.Object(members=()) if keys is not None:
            return Fallback("", *_guarded(site, read, keys))
        case c.Object(members=()) if read.outcome != "both" and _has_type_of_its_own(module, read):
            return Fallback(" ?? {}")
        case c.Object(members=members):
            return _other_object(module, read, members)
        case _:
            return None


def _rejecting(site: CallSite, read: Read, keys: tuple[c.Member, ...] | None) -> Fallback | None:
    """``const { error } = await res.json()`` rejected without JSON; what is taken of ``null`` rejects as well.

    TypeScript must be told that this is meant: ``res.data!``.
    """
    if read.form == "text" or read.outcome == "success":
        return Fallback()
    if site.is_given:
        return Fallback() if ends_alike(site, read) else None
    above = site.module.parents.get(id(read.code))
    is_pattern = isinstance(above, c.Declarator) and isinstance(above.pattern, c.ObjectPattern)
    if keys is None and not is_pattern and not (site.is_untyped and _fails_at_once(site, read)):
        return None
    if not is_typescript(site.module.path) or site.is_untyped:
        return Fallback()
    return Fallback("!") if keys is None else Fallback("", *_guarded(site, read, keys), mark="!")


def _fails_at_once(site: CallSite, read: Read) -> bool:
    """Whether the first that is done with a body of a failure is to take something of it."""
    above = site.module.parents.get(id(read.code))
    name = above.pattern if isinstance(above, c.Declarator) else None
    binding = site.module.scopes.binding(name) if isinstance(name, c.Name) else None
    first = min(binding.references, key=lambda each: each.span.start, default=None) if binding is not None else None
    member = site.module.parents.get(id(first)) if first is not None else None
    return isinstance(member, c.Member) and not member.optional and not _succeeded(site, member)


def _guarded(site: CallSite, read: Read, keys: tuple[c.Member, ...]) -> tuple[tuple[c.Member, ...], bool]:
    """The members that may be read of ``null``, and whether it is the one right behind the read."""
    direct = site.module.parents.get(id(read.code))
    found = tuple(member for member in keys if not member.optional and not _succeeded(site, member))
    return found, any(member is direct for member in found)


def _succeeded(site: CallSite, code: c.Code) -> bool:
    """Whether a place is only reached when the answer told of success: its body is never ``null`` for want of JSON."""
    return told_at(site, code).outcome == "success"


def _other_object(module: Module, read: Read, members: tuple[c.Code, ...]) -> Fallback | None:
    """``({ error: 'Unknown' })``, which must have all that is read of it, and ``({})`` that is taken apart at once."""
    assert read.fallback is not None
    above = module.parents.get(id(read.code))
    pattern = above.pattern if isinstance(above, c.Declarator) else None
    given = {member.key for member in members if isinstance(member, c.Property)}
    wanted: set[str | None] | None = None
    if isinstance(pattern, c.ObjectPattern):
        wanted = {member.key if isinstance(member, c.PatternProperty) else None for member in pattern.members}
    elif (read_keys := _keys_read(module, read)) is not None:
        wanted = {member.name for member in read_keys}
    if wanted is None or None in wanted or len(given) != len(members) or read.outcome == "both":
        return None
    if not wanted <= given and is_typescript(module.path):
        if given:
            return None
        return Fallback(" ?? { " + ", ".join(f"{key}: undefined" for key in sorted(map(str, wanted))) + " }")
    return Fallback(f" ?? {module.source.text(c.bare(read.fallback).span)}")


def _has_type_of_its_own(module: Module, read: Read) -> bool:
    """``const data: unknown = await …``, ``(await …) as { error?: string }``, ``(data as Failed).error``."""
    above = module.parents.get(id(read.code))
    if isinstance(above, c.Cast) or not is_typescript(module.path):
        return True
    if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.Name):
        return False
    binding = module.scopes.binding(above.pattern)
    uses = binding.references if binding is not None and not binding.writes else ()
    return above.type is not None or (bool(uses) and all(isinstance(module.parents.get(id(u)), c.Cast) for u in uses))


def _keys_read(module: Module, read: Read) -> tuple[c.Member, ...] | None:
    """The members that are read of a body, when nothing else is done with it; None else."""
    above = module.parents.get(id(read.code))
    if isinstance(above, c.Member):
        return (above,)
    if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.Name):
        return None
    binding = module.scopes.binding(above.pattern)
    if binding is None or binding.writes:
        return None
    found = [module.parents.get(id(name)) for name in binding.references]
    members = tuple(each for each in found if isinstance(each, c.Member))
    return members if len(members) == len(found) else None
