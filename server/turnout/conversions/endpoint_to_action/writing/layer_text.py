"""The text of wrappers: the calls and catches of the action, and the shared function beside the wrapper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.ground.path_text import path_text
from turnout.conversions.endpoint_to_action.ground.pieces import property_name, removals, render
from turnout.conversions.endpoint_to_action.handlers.layers import (
    Asked,
    Caught,
    Extraction,
    Keys,
    Layer,
    Mapped,
    Place,
    Shared,
)
from turnout.conversions.endpoint_to_action.handlers.request_parts import Parts
from turnout.conversions.endpoint_to_action.planned import ActionPlan, LayerPlan
from turnout.conversions.endpoint_to_action.writing.body_text import left_with
from turnout.conversions.imports import Wanted, specifier
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, moved, reindent, removed
from turnout.text.edits import Edit
from turnout.text.span import Span

# ------------------------------------------------------------------ the action


def around(action: ActionPlan, plan: LayerPlan, body: str, style: Style) -> str:
    """The body of an action (one level in) with what a wrapper did around it."""
    lines: list[str] = []
    if plan.layer.shared is not None:
        number = action.layers.index(plan)
        made = {name: local for (layer, name), local in action.handler.inputs.made.items() if layer == number}
        called = _call(action, plan, plan.layer.shared, made, style)
        lines = [style.unit + reindent(each, "", style.unit) if each else each for each in called]
    has_guard = plan.layer.shared is not None and plan.layer.shared.refusal is not None
    text = style.newline.join([*lines, *(["", body] if body and has_guard else [body] if body else [])])
    if plan.layer.mapped is None:
        return text
    return _tried(action, plan, text, style)


def _call(action: ActionPlan, plan: LayerPlan, shared: Shared, made: dict[str, str], style: Style) -> Iterator[str]:
    """``const { team } = await requireTeam({ slug });``, and what is answered when it is refused."""
    waits = "await " if shared.is_async else ""
    call = f"{waits}{shared.function.name}({', '.join(_arguments(action, shared, style))})"
    members = [name if name == made[name] else f"{name}: {made[name]}" for name in shared.names if name in made]
    pattern = style.braces(", ".join(members)) if shared.gives == "object" else next(iter(made.values()), "")
    is_bare = not members and (shared.refusal is None or plan.refusal is None)
    if len(call) + len(style.unit if is_bare else f"{style.unit}const {plan.local} = ") > style.width:
        call = f"{waits}{shared.function.name}({_on_lines(action, shared, style)})"
    if shared.refusal is None or plan.refusal is None:
        yield style.statement(f"const {pattern} = {call}" if members else call)
        return
    yield style.statement(f"const {plan.local} = {call}")
    test = plan.local if shared.gives == "nothing" else f"{plan.local} instanceof Response"
    yield f"if ({test}) {{"
    yield style.unit + style.statement(left_with(action, plan.refusal) or "return")
    yield "}"
    if members and pattern != plan.local:
        yield style.statement(f"const {pattern} = {plan.local}")


def _arguments(action: ActionPlan, shared: Shared | Mapped, style: Style) -> Iterator[str]:
    module = action.handler.module
    locals_of = {(each.carrier, each.key): each.local for each in action.handler.inputs.scalars}
    given = {member.local for member in action.parameters.members}
    for argument in shared.arguments:
        if isinstance(argument, Asked):
            yield style.braces(", ".join(_request(action, argument.parts, style)))
            continue
        if isinstance(argument, Caught):
            assert isinstance(shared, Mapped)
            yield shared.error
            continue
        if not isinstance(argument, Keys):
            if argument.value is None:
                yield "undefined"
                continue
            span = argument.value.span
            yield reindent(module.source.text(span), module.source.indent_at(span.start), style.unit)
            continue
        members: list[str] = []
        for key in argument.keys:
            local = locals_of[argument.carrier, key]
            if local in given:
                members.append(key if key == local else f"{property_name(key, style)}: {local}")
        yield style.braces(", ".join(members)) if members else "{}"


def _on_lines(action: ActionPlan, shared: Shared | Mapped, style: Style) -> str:
    """The arguments one below the other; of a request alone, its members."""
    texts = list(_arguments(action, shared, style))
    opens, closes = "", ""
    if len(texts) == 1 and isinstance(asked := shared.arguments[0], Asked):
        opens, closes, texts = "{", "}", _request(action, asked.parts, style)
    lines = [style.unit + reindent(each, "", style.unit) for each in texts]
    inside = f",{style.newline}".join(lines)
    return f"{opens}{style.newline}{inside}{style.comma}{style.newline}{closes}"


def _request(action: ActionPlan, parts: Parts, style: Style) -> list[str]:
    """``method: 'POST'``, ``headers: await headers()``"""
    handler = action.handler
    waits = "await " if handler.cookies.startswith("await") else ""
    texts = {"headers": f"headers: {waits}headers()", "cookies": f"cookies: {waits}cookies()"}
    texts["method"] = f"method: {style.string(handler.method)}"
    if "nextUrl" in parts.members:
        locals_of = {each.key: each.local for each in handler.inputs.scalars if each.carrier == "segment"}
        pathname = path_text(handler.segments, locals_of, style)
        texts["nextUrl"] = f"nextUrl: {style.braces(f'pathname: {pathname}')}"
    names = ("method", "nextUrl", "headers", "cookies")
    return [texts[name] for name in names if name in parts.members]


def _tried(action: ActionPlan, plan: LayerPlan, text: str, style: Style) -> str:
    """``try { … } catch (error) { const response = errorResponse(error); return … }``"""
    mapped, answer = plan.layer.mapped, plan.mapped
    assert mapped is not None
    assert answer is not None
    module, error = plan.layer.wrapped.module, mapped.error
    caught = [module.source.text(each.span) for each in mapped.logs]
    waits = "await " if mapped.is_async else ""
    is_given = Caught() in mapped.arguments
    returned = left_with(action, answer)
    call = f"{waits}{mapped.function.name}("
    call = f"const {answer.local} = {call}" if f"{answer.local}." in returned else call
    on_line = f"{call}{', '.join(_arguments(action, mapped, style))})"
    is_long = len(mapped.arguments) > 1 and len(on_line) + 2 * len(style.unit) > style.width
    caught.append(style.statement(f"{call}{_on_lines(action, mapped, style)})" if is_long else on_line))
    caught += [style.statement(returned)] if returned else []
    head = f"catch ({error})" if is_given or mapped.logs else "catch"
    lines = [
        f"{style.unit}try {{",
        *([style.indent(text, 1)] if text else []),
        f"{style.unit}}} {head} {{",
        *(style.indent(each, 2) for each in caught),
        f"{style.unit}}}",
    ]
    return style.newline.join(lines)


def wanted_of(project: Snapshot, layers: Sequence[LayerPlan], path: str) -> list[Wanted]:
    """What the action file at ``path`` imports for its wrappers."""
    found: dict[str, Wanted] = {}
    for plan in layers:
        for part in (plan.layer.shared, plan.layer.mapped):
            if part is None:
                continue
            place = part.function
            module = place.module if isinstance(place, Place) else plan.layer.wrapped.module
            exported = (place.exported if isinstance(place, Place) else None) or place.name
            found[place.name] = Wanted(exported, specifier(project, path, module.path), place.name)
    return list(found.values())


# ----------------------------------------------------------------- the wrapper


def wrapper_edits(layers: Sequence[Layer]) -> dict[str, tuple[Edit, ...]]:
    """The files of the wrappers: the shared functions written, and called from where their work was."""
    found: dict[str, list[Edit]] = {}
    seen: set[tuple[str, int]] = set()
    for layer in layers:
        wrapped = layer.wrapped
        key = (wrapped.module.path, wrapped.inner.span.start)
        if key in seen:
            continue
        seen.add(key)
        found.setdefault(wrapped.module.path, []).extend(_layer_edits(layer))
        for part in (layer.shared, layer.mapped):
            if part is not None and isinstance(part.function, Place) and part.function.exported is None:
                at = _declaration_of(part.function.module, part.function.name).span.start
                edit = Edit(Span(at, at), "export ")
                if edit not in found[wrapped.module.path]:
                    found[wrapped.module.path].append(edit)
    return {path: tuple(sorted(edits)) for path, edits in found.items() if edits}


def _declaration_of(module: Module, name: str) -> c.Statement:
    binding = module.scopes.top.find(name)
    assert binding is not None
    return next(each for each in module.body if each.span.contains(binding.site.span))


def _layer_edits(layer: Layer) -> Iterator[Edit]:
    module = layer.wrapped.module
    style = Style.of(module.source)
    functions: list[str] = []
    shared, mapped = layer.shared, layer.mapped
    if shared is not None and isinstance(shared.function, Extraction):
        functions.append(_shared_text(layer, shared, shared.function, style))
        yield from _work_edits(layer, shared, shared.function, style)
        yield from removed(module.source, [with_comments(module, each) for each in layer.wrapped.front])
    if mapped is not None and isinstance(mapped.function, Extraction):
        tried = layer.wrapped.tried
        assert tried is not None
        assert tried.handler is not None
        waits = "async " if mapped.is_async else ""
        body = reindent(module.source.text(tried.handler.span), module.source.indent_at(tried.span.start), "")
        head = f"export {waits}function {mapped.function.name}({', '.join(mapped.function.parameters)})"
        functions.append(f"{head} {body}")
        indent = module.source.indent_at(tried.span.start)
        call = f"{mapped.function.name}({', '.join(mapped.function.arguments)})"
        inner = style.statement(f"return {call}")
        yield Edit(tried.handler.span, f"{{{style.newline}{indent}{style.unit}{inner}{style.newline}{indent}}}")
    if functions:
        at = with_comments(module, layer.wrapped.statement).start
        blank = style.newline * 2
        yield Edit(Span(at, at), blank.join(functions) + blank)


def _shared_text(layer: Layer, shared: Shared, function: Extraction, style: Style) -> str:
    """``export async function requireTeam(params: Params) { … }``"""
    module, work = layer.wrapped.module, layer.wrapped.work
    waits = "async " if shared.is_async else ""
    generic = f"<{', '.join(function.types)}>" if function.types else ""
    head = f"export {waits}function {function.name}{generic}("
    one_line = f"{head}{', '.join(function.parameters)}) {{"
    if len(one_line) > style.width:
        lines = "".join(f"{style.unit}{each},{style.newline}" for each in function.parameters)
        one_line = f"{head}{style.newline}{lines}) {{"
    span = _work_span(module, work)
    staying = [each.span for each in _between(layer) if span.contains(each.span)]
    text = render(module.source, span, [*removals(module.source, staying), *shared.replaced])
    indent = module.source.indent_at(work[0].span.start)
    text = style.unit + reindent(text.strip(), indent, style.unit)
    given = {"nothing": "", "one": "".join(shared.names), "object": style.braces(", ".join(shared.names))}[shared.gives]
    if not given and shared.refusal is not None:
        given = "null"
    parts = [text, *(["", style.unit + style.statement(f"return {given}")] if given else [])]
    tried = layer.wrapped.covered
    if tried is not None:
        parts = _covered(module, tried, parts, style)
    front = [moved(module.source, with_comments(module, each), style.unit) for each in layer.wrapped.front]
    front = [f"{style.unit}{each}" for each in front]
    return style.newline.join([one_line, *front, *parts, "}"])


def _covered(module: Module, tried: c.Try, inside: Sequence[str], style: Style) -> list[str]:
    """The work in its ``try``, which goes with it."""
    assert tried.handler is not None
    source = module.source
    caught = source.text(Span(tried.block.span.end, tried.handler.span.end)).strip()
    caught = reindent(caught, source.indent_at(tried.span.start), style.unit)
    body = (style.unit + reindent(each, "", style.unit) if each else "" for each in inside)
    return [f"{style.unit}try {{", *body, f"{style.unit}}} {caught}"]


def _work_span(module: Module, work: Sequence[c.Statement]) -> Span:
    return Span(with_comments(module, work[0]).start, with_comments(module, work[-1]).end)


def _between(layer: Layer) -> Iterator[c.Statement]:
    """The statements of the wrapper that stay with it, among those that go."""
    module, work = layer.wrapped.module, layer.wrapped.work
    block = module.parents.get(id(work[-1]))
    body = block.body if isinstance(block, c.Block) else ()
    for statement in body:
        if work[0].span.start < statement.span.start < work[-1].span.start:
            if not any(statement is each for each in work):
                yield statement


def _work_edits(layer: Layer, shared: Shared, function: Extraction, style: Style) -> Iterator[Edit]:
    """The call in place of the work, behind what stays of it."""
    module, work = layer.wrapped.module, layer.wrapped.work
    tried = layer.wrapped.covered
    span = _work_span(module, (tried,) if tried is not None else work)
    indent = module.source.indent_at((tried or work[-1]).span.start)
    waits = "await " if shared.is_async else ""
    call = f"{waits}{function.name}({', '.join(function.arguments)})"
    pattern = style.braces(", ".join(shared.names)) if shared.gives == "object" else "".join(shared.names)
    lines: list[str] = []
    if shared.refusal is None:
        lines.append(style.statement(f"const {pattern} = {call}" if pattern else call))
    else:
        local = pattern if shared.gives == "one" else "refusal" if shared.gives == "nothing" else "context"
        lines.append(style.statement(f"const {local} = {call}"))
        lines.append(f"if ({local}{'' if shared.gives == 'nothing' else ' instanceof Response'}) {{")
        lines.append(style.unit + style.statement(f"return {local}"))
        lines.append("}")
        if shared.gives == "object":
            lines.append(style.statement(f"const {pattern} = {local}"))
    staying = [module.source.text(each.span) for each in _between(layer)]
    if tried is not None:
        returned = next(each for each in module.ancestors(layer.wrapped.call) if isinstance(each, c.Return))
        lines.append(moved(module.source, with_comments(module, returned), indent))
    yield Edit(span, f"{style.newline}{indent}".join([*staying, *lines]))
