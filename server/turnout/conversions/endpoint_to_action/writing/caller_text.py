"""The text of the callers: each request becomes a call of the action, each look at the response one at its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read, is_same_response
from turnout.conversions.endpoint_to_action.callers.fallbacks import Fallback, fallback_of
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, property_name, removals, rendered
from turnout.conversions.endpoint_to_action.ground.unused import unused_constants
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Given, SitePlan
from turnout.conversions.endpoint_to_action.writing.as_result import as_result
from turnout.conversions.endpoint_to_action.writing.built import call_text
from turnout.conversions.imports import Wanted, change_imports, unused_imports
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style, reindent
from turnout.text.edits import Edit
from turnout.text.source import SourceFile
from turnout.text.span import Span


def caller_edits(
    module: Module,
    sites: Sequence[tuple[ActionPlan, SitePlan]],
    sources: Mapping[str, str],
    unused: frozenset[str],
    style: Style,
) -> tuple[Edit, ...]:
    """The edits of one calling file, which imports actions by their names' ``sources``, and ``unused`` no more."""
    names = list(dict.fromkeys(action.name for action, _ in sites))
    replaced: list[Replace] = []
    gone: list[Span] = []
    for together in _together(sites):
        calls = {id(planned.site.call): _call(action, planned, style) for action, planned in together}
        replaced += (Replace(planned.site.call.span, (calls[id(planned.site.call)],)) for _, planned in together)
        action, planned = together[0]
        text = calls[id(planned.site.call)]
        for kept in planned.site.kept:
            calls[id(kept)] = module.source.text(kept.span) + as_result(action, planned.site, style)
            replaced.append(Replace(kept.span, (calls[id(kept)],)))
        if planned.site.is_choice:
            text = _choice(planned.site, calls, style)
            replaced.append(Replace(planned.site.place_span, (text,)))
        replaced += dict.fromkeys(each for _, planned in together for each in planned.asserted)
        replaced += _received(action, planned, text, style)
        gone += (span for action, planned in together for span in _gone(action, planned))
    lost = [*gone, *(span for _, planned in sites for span in _lost(planned))]
    dead = unused_constants(module, lost)
    gone += dead
    wanted = [Wanted(name, sources[name]) for name in names]
    change = change_imports(
        module, add=wanted, remove=unused_imports(module, [*lost, *dead]) | _unused(module, unused, [*lost, *dead])
    )
    return (*change.edits, *_edits(module.source, [*replaced, *removals(module.source, gone)]))


def _unused(module: Module, names: Iterable[str], lost: Sequence[Span]) -> frozenset[str]:
    """Of imported names that a call used which was written out, those that are not part of what was written."""
    found: list[str] = []
    for name in names:
        binding = module.scopes.top.find(name)
        left = binding.references if binding is not None else []
        if all(any(span.contains(each.span) for span in lost) for each in left):
            found.append(name)
    return frozenset(found)


def _together(sites: Sequence[tuple[ActionPlan, SitePlan]]) -> list[list[tuple[ActionPlan, SitePlan]]]:
    """The requests of which only one is made, side by side: what they receive is read once for all."""
    found: list[list[tuple[ActionPlan, SitePlan]]] = []
    for each in sites:
        group = next((group for group in found if is_same_response(group[0][1].site, each[1].site)), None)
        if group is None:
            found.append([each])
        else:
            group.append(each)
    return found


def _edits(source: SourceFile, replaced: Sequence[Replace]) -> list[Edit]:
    """The outermost replacements as edits, the inner ones worked into them."""
    found: list[Edit] = []
    for each in replaced:
        if any(other is not each and other.span.contains(each.span) and other.span != each.span for other in replaced):
            continue
        rest = [other for other in replaced if other is not each]
        text = "".join(rendered(source, part, rest) for part in each.parts)
        found.append(Edit(each.span, text))
    return found


# ----------------------------------------------------------------- the result


def _gone(action: ActionPlan, planned: SitePlan) -> list[Span]:
    """The statements that only served the request and its response."""
    gone = list(planned.site.gone)
    if planned.merges is not None:
        gone.append(planned.merges.span)
    if action.shape.drops_branches and planned.site.checked_step is None:
        gone += [branch.span for branch in planned.site.ok_branches]
    for read in planned.site.reads:
        # await res.json(); of which nobody looks at what comes of it
        statement = planned.site.module.parents.get(id(read.code))
        if isinstance(statement, c.ExpressionStatement) and not planned.site.direct:
            gone.append(statement.span)
    return gone


def _lost(planned: SitePlan) -> list[Span]:
    """The parts of a request that are not passed on: its URL, its options, its headers."""
    kept = [planned.whole.span] if planned.whole is not None else []
    kept += [given.value.span for given in planned.arguments if isinstance(given.value, c.Code)]
    found: list[Span] = []
    start = planned.site.call.span.start
    for span in sorted(span for span in kept if planned.site.call.span.contains(span)):
        found.append(Span(start, max(start, span.start)))
        start = max(start, span.end)
    return [*found, Span(start, planned.site.call.span.end)]


def _received(action: ActionPlan, planned: SitePlan, call: str, style: Style) -> list[Replace]:
    """What was read of the response, read of the result."""
    return [*_untyped(planned.site), *_sync(planned.site), *_read(action, planned, call, style)]


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


def _read(action: ActionPlan, planned: SitePlan, call: str, style: Style) -> list[Replace]:
    site = planned.site
    behind = (
        [_fallback(site, read) for read in site.reads]
        if action.shape.leaves_fallbacks
        else [Fallback()] * len(site.reads)
    )
    marks = [Replace(span, (each.mark,)) for each in behind if not each.is_direct for span in each.marks]
    texts = [each.mark if each.is_direct else each.text for each in behind]
    return [*marks, *_taken(action, planned, call, texts, style)]


def _fallback(site: CallSite, read: Read) -> Fallback:
    found = fallback_of(site, read)
    assert found is not None
    return found


def _taken(action: ActionPlan, planned: SitePlan, call: str, behind: Sequence[str], style: Style) -> list[Replace]:
    site = planned.site
    if site.declaration is not None and planned.merges is not None:
        return _merged(site, site.declaration, planned.merges, planned.destructures, call, style)
    if site.parameter is not None and planned.merges is not None:
        return _merged_parameter(site, site.parameter, planned.merges, planned.destructures, style)
    if action.shape.drops_branches and site.checked_step is not None:
        return [Replace(_with_join(site, site.checked_step, call, style))]
    match action.shape.form:
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
                else Replace(read.span, (text(read.receiver), dot[read.is_optional], more or _said(action, site, read)))
                for read, more in zip(site.reads, behind, strict=True)
            ]


def _said(action: ActionPlan, site: CallSite, read: Read) -> str:
    """`` as Answer`` for ``const data: Answer = res.data``: what a Response of the server gives may be unknown."""
    declared = site.module.parents.get(id(read.code))
    if not isinstance(declared, c.Declarator) or declared.type is None or not is_typescript(site.module.path):
        return ""
    if not any(each.made is not None and action.shape.carries(each) for each in action.handler.all_answers):
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
    if "\n" not in call and is_last and _column(site) + len(call) + len(rest) <= style.width:
        return Span(step.start, end)
    return step


def _link(site: CallSite) -> int:
    """Where the next link of a chain begins, on a line of its own or not."""
    end, data = site.place_span.end, site.module.source.data
    return end + len(data[end:]) - len(data[end:].lstrip())


def _column(site: CallSite) -> int:
    """How many characters stand in front of the call on its line."""
    return _column_at(site, site.place_span.start)


def _column_at(site: CallSite, at: int) -> int:
    source = site.module.source
    return len(source.text(Span(source.lines.line_span(source.lines.line_of(at)).start, at)))


# ------------------------------------------------------------------- the call


def _choice(site: CallSite, calls: Mapping[int, str], style: Style) -> str:
    """``(id ? updatePost({ id, title }) : createPost({ title }))``, over several lines where it is too long for one."""
    source, span = site.module.source, site.place_span
    is_grouped = source.data[span.start : span.start + 1] == b"("
    opens, closes = ("(", ")") if is_grouped else ("", "")
    one_line = f"{opens}{_chosen(site.place, site, calls, ' ')}{closes}"
    if "\n" not in one_line and _column_at(site, span.start) + len(one_line) + len(style.end) <= style.width:
        return one_line
    indent = source.indent_at(span.start) + style.unit
    return f"{opens}{_chosen(site.place, site, calls, f'{style.newline}{indent}')}{closes}"


def _chosen(place: c.Expression, site: CallSite, calls: Mapping[int, str], between: str) -> str:
    match place:
        case c.Conditional(test=test, then=then, otherwise=otherwise):
            texts = [site.module.source.text(test.span)]
            texts += (f"{mark} {_chosen(each, site, calls, between)}" for mark, each in (("?", then), (":", otherwise)))
            return between.join(texts)
        case c.Cast(value=value):
            return _chosen(value, site, calls, between)
        case c.Await(value=value):
            return f"await {_chosen(value, site, calls, between)}"
        case _:
            written = calls[id(place)]
            if "\n" not in between or any(place is each for each in site.kept):
                return written
            indent = site.module.source.indent_at(place.span.start)
            level = between.rpartition("\n")[2]
            return reindent(written, indent, level + ("\t" if "\t" in level else "  "))


def _call(action: ActionPlan, planned: SitePlan, style: Style) -> str:
    return call_text(action, _plain_call(action, planned, style), planned.site.module)


def _plain_call(action: ActionPlan, planned: SitePlan, style: Style) -> str:
    """``createUser({ name, email })``"""
    site = planned.site
    name, source = action.name, site.module.source
    indent = source.indent_at(site.call.span.start)
    if not planned.arguments:
        return f"{name}({{}})" if action.parameters.members else f"{name}()"
    if not action.parameters.is_object:
        (given,) = planned.arguments
        return f"{name}({_given(given, source, style, indent)})"
    if planned.whole is not None:
        return f"{name}({_copied(planned.whole, source, indent)})"
    members: list[str] = []
    for given in planned.arguments:
        text = _given(given, source, style, indent + style.unit)
        members.append(text if text == given.key else f"{property_name(given.key, style)}: {text}")
    one_line = f"{name}({style.braces(', '.join(members))})"
    column = len(f"{indent}{style.unit}? ") if site.is_choice else _column(site)
    if "\n" not in one_line and column + len(one_line) + len(style.end) <= style.width:
        return one_line
    newline = style.newline
    lines = f",{newline}".join(f"{indent}{style.unit}{member}" for member in members)
    return f"{name}({{{newline}{lines}{style.comma}{newline}{indent}}})"


def _given(given: Given, source: SourceFile, style: Style, indent: str) -> str:
    if given.value is None:
        return "null"
    if isinstance(given.value, str):
        return given.value if given.wrap == "code" else style.string(given.value)
    text = _copied(given.value, source, indent)
    if given.wrap in ("text", "text or null", "or null"):
        text = text if isinstance(given.value, (c.Name, c.Member, c.Call, c.Index)) else f"({text})"
    match given.wrap:
        case "text":
            return f"{text}?.toString()"
        case "text or null":
            return f"{text}?.toString() ?? null"
        case "or null":
            return f"{text} ?? null"
        case "String":
            return f"String({text})"
        case "JSON":
            return f"JSON.parse(JSON.stringify({text}))"
        case "" | "code":
            return text


def _copied(code: c.Code, source: SourceFile, indent: str) -> str:
    return reindent(source.text(code.span), source.indent_at(code.span.start), indent)
