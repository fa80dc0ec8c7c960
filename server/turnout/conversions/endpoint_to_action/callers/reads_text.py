"""What was read of a response, as text that reads the result of an action instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read
from turnout.conversions.endpoint_to_action.callers.fallbacks import Fallback
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.model import code as c
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span


@dataclass(frozen=True)
class Taken:
    """One response and the form in which the result has it."""

    site: CallSite
    form: Literal["none", "bare", "result"]
    behind: tuple[Fallback, ...]
    """What stands behind each read of the body."""
    merges: c.Declare | None = None
    """The statement ``const data = await res.json()`` right behind, which takes the call in."""
    destructures: bool = False
    """``const { ok, data } = await f()`` in place of the response and its body."""
    drops_branches: bool = False
    """Whether ``if (!res.ok) …`` goes."""
    is_vague: bool = False
    """Whether TypeScript may not know what a body is."""


def gone_of(taken: Taken) -> list[Span]:
    """The statements that only served the request and its response."""
    site = taken.site
    gone = list(site.gone)
    if taken.merges is not None:
        gone.append(taken.merges.span)
    if taken.drops_branches and site.checked_step is None:
        gone += [branch.span for branch in site.ok_branches]
    for read in site.reads:
        # await res.json(); of which nobody looks at what comes of it
        statement = site.module.parents.get(id(read.code))
        if isinstance(statement, c.ExpressionStatement) and not site.direct:
            gone.append(statement.span)
    return gone


def received(taken: Taken, call: str, style: Style) -> list[Replace]:
    """What was read of the response, read of the result; ``call`` is what stands for the request."""
    return [*_untyped(taken.site), *_sync(taken.site), *_read(taken, call, style)]


def _sync(site: CallSite) -> list[Replace]:
    """``.then(async (res) => …)`` that waited only for the body: there is nothing to wait for any more."""
    function = site.module.parents.get(id(site.parameter)) if site.parameter is not None else None
    if not isinstance(function, c.Function) or not function.is_async:
        return []
    chained = site.module.parents.get(id(function))
    if not isinstance(chained, c.Call) or c.last_name(chained.callee) != "then":
        return []
    gone = [*site.gone, *(read.code.span for read in site.reads)]
    waits = [each for each in c.walk_own(function) if isinstance(each, (c.Await, c.ForEach))]
    if any(not any(span.contains(each.span) for span in gone) for each in waits):
        return []
    word = Span(function.span.start, function.span.start + len("async "))
    return [Replace(word)] if site.module.source.text(word) == "async " else []


def _untyped(site: CallSite) -> list[Replace]:
    """``let res: Response;`` is told its type by what it is given."""
    binding = site.module.scopes.binding(site.variable) if site.variable is not None else None
    declarator = site.module.parents.get(id(binding.site)) if binding is not None else None
    if not isinstance(declarator, c.Declarator) or declarator.type is None:
        return []
    return [Replace(Span(declarator.pattern.span.end, declarator.type.span.end))]


def _read(taken: Taken, call: str, style: Style) -> list[Replace]:
    behind = taken.behind
    marks = [Replace(span, (each.mark,)) for each in behind if not each.is_direct for span in each.marks]
    texts = [each.mark if each.is_direct else each.text for each in behind]
    return [*marks, *_taken(taken, call, texts, style)]


def _taken(taken: Taken, call: str, behind: Sequence[str], style: Style) -> list[Replace]:
    site = taken.site
    if site.declaration is not None and taken.merges is not None:
        return _merged(site, site.declaration, taken.merges, taken.destructures, call, style)
    if site.parameter is not None and taken.merges is not None:
        return _merged_parameter(site, site.parameter, taken.merges, taken.destructures, style)
    if taken.drops_branches and site.checked_step is not None:
        return [Replace(_with_join(site, site.checked_step, call, style))]
    match taken.form:
        case "none":
            return _without_name(site)
        case "bare":
            if site.json_step is not None and site.rejection is not None:
                return [Replace(Span(_link(site), site.rejection.span.start), (".catch(",))]
            if site.json_step is not None:
                return [Replace(_with_join(site, site.json_step, call, style))]
            if site.direct:
                return [Replace(read.span, (f"await {call}",)) for read in site.reads]
            return [Replace(read.span, (read.receiver,)) for read in site.reads]
        case "result":
            text, dot = site.module.source.text, {False: ".data", True: "?.data"}
            return [
                Replace(read.span, ("(", read.receiver, ").data", more))
                if site.direct
                else Replace(
                    read.span,
                    (with_more(site, read, text(read.receiver) + dot[read.is_optional], more or _said(taken, read)),),
                )
                for read, more in zip(site.reads, behind, strict=True)
            ]


def with_more(site: CallSite, read: Read, text: str, more: str) -> str:
    """``res.data ?? {}``, in parentheses where something is done with the whole."""
    above = site.module.parents.get(id(read.code))
    is_taken = isinstance(above, (c.Member, c.Index, c.Binary, c.Spread)) and more.startswith((" ??", " as"))
    return f"({text}{more})" if is_taken else text + more


def _said(taken: Taken, read: Read) -> str:
    """`` as Answer`` for ``const data: Answer = res.data``: what a Response of the server gives may be unknown."""
    site = taken.site
    declared = site.module.parents.get(id(read.code))
    if not isinstance(declared, c.Declarator) or declared.type is None or not is_typescript(site.module.path):
        return ""
    if not taken.is_vague:
        return ""
    kind = site.module.source.text(declared.type.span).strip().removeprefix(":").strip()
    return "" if kind in ("any", "unknown") else f" as {kind}"


def _without_name(site: CallSite) -> list[Replace]:
    """``const res = await fetch(…)`` becomes ``await createUser(…)``."""
    if site.declaration is None or site.printed:
        return []
    value = site.declaration.declarators[0].value
    assert value is not None
    return [Replace(Span(site.declaration.span.start, value.span.start))]


def _merged(
    site: CallSite, declaration: c.Declare, following: c.Declare, destructures: bool, call: str, style: Style
) -> list[Replace]:
    """``const res = await fetch(…); const data = await res.json()`` in one statement."""
    first, second = declaration.declarators[0], following.declarators[0]
    assert first.value is not None
    if not destructures or not isinstance(second.pattern, c.Name):
        whole = Span(first.pattern.span.start, first.value.span.end)
        return [Replace(whole, (second.span,)), *(Replace(read.code.span, (f"await {call}",)) for read in site.reads)]
    return _taken_apart(site, first.pattern, second.pattern.name, style)


def _merged_parameter(
    site: CallSite, parameter: c.Parameter, following: c.Declare, destructures: bool, style: Style
) -> list[Replace]:
    """``.then(async (res) => { const data = await res.json(); … })`` with what it needs as its parameter."""
    pattern = following.declarators[0].pattern
    if destructures and isinstance(pattern, c.Name):
        return _taken_apart(site, parameter, pattern.name, style)
    return [Replace(parameter.span, _in_parentheses(site, parameter, site.module.source.text(pattern.span)))]


def _taken_apart(site: CallSite, name: c.Pattern | c.Parameter, data: str, style: Style) -> list[Replace]:
    members = [*site.members_read, "data" if data == "data" else f"data: {data}"]
    return [
        Replace(name.span, _in_parentheses(site, name, style.braces(", ".join(members)))),
        *(Replace(read.span, (each,)) for each, reads in site.members_read.items() for read in reads),
    ]


def _in_parentheses(site: CallSite, name: c.Pattern | c.Parameter, text: str) -> tuple[str]:
    """``({ ok }) => …`` for ``res => …``"""
    is_bare = isinstance(name, c.Parameter) and not site.module.source.data[: name.span.start].rstrip().endswith(b"(")
    return (f"({text})" if is_bare and not text.isidentifier() else text,)


def _with_join(site: CallSite, step: Span, call: str, style: Style) -> Span:
    """A step of a chain, with the line break behind it when the rest of the chain fits on the line of the call."""
    data, lines = site.module.source.data, site.module.source.lines
    end = step.end
    while data[end : end + 1].isspace():
        end += 1
    if end == step.end or data[end : end + 1] != b".":
        return step
    rest = data[end : lines.line_span(lines.line_of(end)).end].decode()
    is_last = (
        rest.count("(") == rest.count(")")
        and not rest.rstrip().endswith((".", ","))
        and rest.rstrip().endswith(style.end or ")")
    )
    if "\n" not in call and is_last and column_of(site) + len(call) + len(rest) <= style.width:
        return Span(step.start, end)
    return step


def _link(site: CallSite) -> int:
    """Where the next link of a chain begins, on a line of its own or not."""
    end, data = site.place_span.end, site.module.source.data
    return end + len(data[end:]) - len(data[end:].lstrip())


def column_of(site: CallSite) -> int:
    """How many characters stand in front of the call on its line."""
    return column_at(site, site.place_span.start)


def column_at(site: CallSite, at: int) -> int:
    source = site.module.source
    return len(source.text(Span(source.lines.line_span(source.lines.line_of(at)).start, at)))
