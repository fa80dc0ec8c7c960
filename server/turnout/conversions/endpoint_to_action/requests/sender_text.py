"""The text of a function that is given a request to send, made from one that made the request itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.fallbacks import Fallback, fallback_of
from turnout.conversions.endpoint_to_action.callers.merging import body_statement, can_destructure
from turnout.conversions.endpoint_to_action.callers.reads_text import Taken, gone_of, received
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, removals, render
from turnout.conversions.endpoint_to_action.ground.type_text import split
from turnout.conversions.endpoint_to_action.requests.preparing import Kept, Prepared
from turnout.conversions.endpoint_to_action.requests.standing import Standing, dependencies_of, is_use_callback
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span


def sender_text(stands: Standing, made: Prepared, site: CallSite, name: str, *, exported: bool) -> str:
    """The whole declaration by its new name, to stand where the old one does."""
    module, style = stands.module, Style.of(stands.module.source)
    send = _free(module, made.function)
    taken = taken_of(site)
    call = f"{send}()"
    replaced = [
        Replace(stands.name_span, (name,)),
        Replace(made.request.span, (call,)),
        *removals(module.source, [*_with_comments(made), *gone_of(taken)]),
        *received(taken, call, style),
        *_patterns(made, style),
        *_dependencies(made),
    ]
    one_line = [*replaced, _parameters(made, taken, send, style, is_wide=False)]
    head = stands.own.span.start
    text = render(module.source, stands.own.span, one_line)
    if len(_first_line(module, stands, text, head)) > style.width:
        text = render(module.source, stands.own.span, [*replaced, _parameters(made, taken, send, style, is_wide=True)])
    if isinstance(stands.own, c.ClassMember):
        return re.sub(r"^(?:private|protected)\s+", "", text)
    return f"export {text}" if exported else text


def _first_line(module: Module, stands: Standing, text: str, start: int) -> str:
    return module.source.indent_at(start) + ("export " if stands.is_exported else "") + text.splitlines()[0]


def form_of(site: CallSite) -> str:
    """What a function must have of an action: its result, the body alone, or nothing but that it is done."""
    return taken_of(site).form


def taken_of(site: CallSite) -> Taken:
    """How a function reads the result of whatever action it is given."""
    behind = tuple(fallback_of(site, read) or Fallback() if read.fallback else Fallback() for read in site.reads)
    taken = Taken(site, "none", behind)
    if site.looks_at_outcome:
        taken = replace(taken, form="result")
    elif site.reads:
        taken = replace(taken, form="bare")
    following = body_statement(site)
    if following is None or taken.form == "none":
        return taken
    if taken.form == "bare":
        return replace(taken, merges=following)
    if can_destructure(site, following) and not any(each.text for each in behind):
        return replace(taken, destructures=True, merges=following)
    return taken


def _free(module: Module, function: c.Function) -> str:
    taken = {code.name for code in c.walk(function) if isinstance(code, c.Name)}
    return next(each for each in ("send", "request", "sendRequest", "makeRequest", "perform") if each not in taken)


# ------------------------------------------------------------------ parameters


def _parameters(made: Prepared, taken: Taken, send: str, style: Style, *, is_wide: bool) -> Replace:
    """``(send: () => Promise<…>, message?: string)``"""
    module, parameters = made.module, made.function.parameters
    kind = f": () => Promise<{_given_type(taken, style)}>" if is_typescript(module.path) else ""
    texts = [f"{send}{kind}", *(_parameter(made, each, style) for each in made.kept)]
    data = module.source.data
    start, end = parameters[0].span.start, parameters[-1].span.end
    is_bare = data[:start].rstrip()[-1:] != b"("
    text = ", ".join(texts)
    if not is_bare:
        start = data.rindex(b"(", 0, start) + 1
        end = data.index(b")", end)
    if is_wide:
        indent = module.source.indent_at(module.source.lines.line_span(module.source.lines.line_of(start)).start)
        indent = module.source.indent_at(made.function.span.start) if is_bare else indent
        lines = f",{style.newline}".join(f"{indent}{style.unit}{each}" for each in texts)
        is_rest = bool(made.kept) and parameters[made.kept[-1].index].is_rest
        last = "," if style.trailing_commas == "all" and not is_rest else ""
        text = f"{style.newline}{lines}{last}{style.newline}{indent}"
    return Replace(Span(start, end), (f"({text})" if is_bare else text,))


def _given_type(taken: Taken, style: Style) -> str:
    if taken.form != "result":
        return "any" if taken.form == "bare" else "unknown"
    return result_type(taken.site, style)


def result_type(site: CallSite, style: Style) -> str:
    """The type of a result with what is read of it."""
    types = {"ok": "boolean", "status": "number", "statusText": "string"}
    members = [f"{key}: {types[key]}" for key in site.members_read] or ["ok: boolean"]
    if site.reads:
        is_always = site.reads_success and site.reads_failure and not site.is_given
        members.append("data: any" if is_always else "data?: any")
    return style.braces("; ".join(members))


def _parameter(made: Prepared, kept: Kept, style: Style) -> str:
    module, parameter = made.module, made.function.parameters[kept.index]
    source = module.source
    if kept.keys is None:
        return source.text(parameter.span)
    pattern = source.text(parameter.pattern.span)
    if isinstance(parameter.pattern, c.ObjectPattern):
        members = (each for each in parameter.pattern.members if isinstance(each, c.PatternProperty))
        pattern = style.braces(", ".join(source.text(each.span) for each in members if each.key in kept.keys))
    if parameter.type is None:
        rest = source.text(Span(parameter.pattern.span.end, parameter.span.end))
        return f"{pattern}{rest}"
    declared = source.text(parameter.type.span)
    mark = source.text(Span(parameter.pattern.span.end, parameter.type.span.start))
    given = declared.lstrip(": ")
    lead = declared[: len(declared) - len(given)]
    rest = source.text(Span(parameter.type.span.end, parameter.span.end))
    return f"{pattern}{mark}{lead}{_narrowed(module, given, kept.keys, style)}{rest}"


def _narrowed(module: Module, kind: str, keys: Sequence[str], style: Style) -> str:
    """The type of an object of which only some members are given any more."""
    if kind == "RequestInit":
        return kind
    members = _members(module, kind)
    if members is not None and all(is_optional or key in keys for key, (is_optional, _) in members.items()):
        if not kind.startswith("{"):
            return kind
    if members is not None and kind.startswith("{") and all(key in members for key in keys):
        return style.braces("; ".join(members[key][1] for key in keys))
    return f"Pick<{kind}, {' | '.join(style.string(key) for key in keys)}>"


def _members(module: Module, kind: str) -> dict[str, tuple[bool, str]] | None:
    """The members of a type that the file itself declares: whether each is optional, and its text."""
    text = kind
    if not kind.startswith("{"):
        declared = next(
            (each for each in module.everything if isinstance(each, c.TypeDeclaration) and _named(each) == kind), None
        )
        if declared is None:
            return None
        text = module.source.text(declared.span)
        text = re.sub(r"\bextends\s+RequestInit\s*(?=\{)|\bRequestInit\s*&\s*(?=\{)", "", text)
        if re.search(r"\bextends\b|[&|]\s*\{|\}\s*[&|]", text):
            return None
        text = text[text.find("{") :] if "{" in text else ""
    if not text.startswith("{"):
        return None
    inner = re.sub(r"/\*.*?\*/|//[^\n]*", "", text[1 : text.rfind("}")], flags=re.DOTALL)
    found: dict[str, tuple[bool, str]] = {}
    for each in split(inner, ";,\n"):
        if matched := re.match(r"\s*(?:readonly\s+)?([\w$]+)(\??)\s*[:(]", each):
            found[matched.group(1)] = (bool(matched.group(2)), each.strip())
    return found


def _named(declared: c.TypeDeclaration) -> str | None:
    return declared.name.name if declared.name is not None else None


# ------------------------------------------------------------------ the body


def _with_comments(made: Prepared) -> Iterator[Span]:
    """The statements that go, each with what is said of it."""
    for span in made.gone:
        statement = next(each for each in made.steps if each.span == span)
        yield with_comments(made.module, statement)


def _patterns(made: Prepared, style: Style) -> Iterator[Replace]:
    """``const { showToast } = options`` without what was taken out for the request."""
    source = made.module.source
    for step in made.steps:
        match step:
            case c.Declare(declarators=(c.Declarator(pattern=c.ObjectPattern() as pattern),)):
                left = [each for each in pattern.members if not any(each is gone for gone in made.members_gone)]
            case _:
                continue
        if not left or len(left) == len(pattern.members):
            continue
        texts = [source.text(each.span) for each in left]
        one_line = style.braces(", ".join(texts))
        indent = source.indent_at(step.span.start)
        rest = source.text(Span(pattern.span.end, step.span.end))
        if "\n" in one_line or len(f"{indent}const {one_line}{rest}") > style.width:
            lines = f",{style.newline}".join(f"{indent}{style.unit}{each}" for each in texts)
            one_line = f"{{{style.newline}{lines}{style.comma}{style.newline}{indent}}}"
        yield Replace(pattern.span, (one_line,))


def _dependencies(made: Prepared) -> Iterator[Replace]:
    """``useCallback(…, [token])`` of which only the request used the token."""
    module = made.module
    above = module.parents.get(id(made.function))
    listed = dependencies_of(module, made.function) if isinstance(above, c.Call) and is_use_callback(above) else None
    if listed is None:
        return
    texts: list[str] = []
    for each in listed.items:
        if each is None:
            continue
        root: c.Code = each
        while isinstance(root, c.Member):
            root = root.object
        binding = module.scopes.binding(root) if isinstance(root, c.Name) else None
        used = [one for one in (binding.references if binding else ()) if made.function.span.contains(one.span)]
        if used and all(made.is_gone(one) for one in used):
            continue
        texts.append(module.source.text(each.span))
    if len(texts) < len(listed.items):
        yield Replace(listed.span, (f"[{', '.join(texts)}]",))
