"""The text of the callers: each request becomes a call of the action, each look at the response one at its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read, is_same_response
from turnout.conversions.endpoint_to_action.callers.fallbacks import Fallback, fallback_of
from turnout.conversions.endpoint_to_action.callers.reads_text import Taken, column_at, column_of, gone_of, received
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, property_name, removals, rendered
from turnout.conversions.endpoint_to_action.ground.unused import unused_constants
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Given, SitePlan
from turnout.conversions.endpoint_to_action.writing.as_result import as_result
from turnout.conversions.endpoint_to_action.writing.built import call_text
from turnout.conversions.imports import Wanted, change_imports, unused_imports
from turnout.model import code as c
from turnout.model.module import Module
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
        replaced += received(_result(action, planned), text, style)
        gone += (span for action, planned in together for span in gone_of(_result(action, planned)))
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


def _result(action: ActionPlan, planned: SitePlan) -> Taken:
    """What a caller has of the result."""
    shape, site = action.shape, planned.site
    behind = (
        [_fallback(site, read) for read in site.reads] if shape.leaves_fallbacks else [Fallback()] * len(site.reads)
    )
    is_vague = any(each.made is not None and shape.carries(each) for each in action.handler.all_answers)
    return Taken(site, shape.form, tuple(behind), planned.merges, planned.destructures, shape.drops_branches, is_vague)


def _fallback(site: CallSite, read: Read) -> Fallback:
    found = fallback_of(site, read)
    assert found is not None
    return found


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


# ------------------------------------------------------------------- the call


def _choice(site: CallSite, calls: Mapping[int, str], style: Style) -> str:
    """``(id ? updatePost({ id, title }) : createPost({ title }))``, over several lines where it is too long for one."""
    source, span = site.module.source, site.place_span
    is_grouped = source.data[span.start : span.start + 1] == b"("
    opens, closes = ("(", ")") if is_grouped else ("", "")
    one_line = f"{opens}{_chosen(site.place, site, calls, ' ')}{closes}"
    if "\n" not in one_line and column_at(site, span.start) + len(one_line) + len(style.end) <= style.width:
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
    column = len(f"{indent}{style.unit}? ") if site.is_choice else column_of(site)
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
