"""Reads of a body that may be one of several: ``res.json()`` was ``any``, the action's results have types.

Of object literals TypeScript knows the union: a member that some of them have is ``T | undefined``. Where the caller
takes it for a ``T`` all the same, as it could with ``any``, it is read with a ``!``; where it looks at a member like
``success`` first, that member stays ``true`` or ``false``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import Read
from turnout.conversions.endpoint_to_action.callers.names_behind import names_behind, names_elsewhere
from turnout.conversions.endpoint_to_action.callers.outcomes import told_at
from turnout.conversions.endpoint_to_action.callers.own_types import has_own_type
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.presence import is_there
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.type_text import alternatives
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.ground.url import ID_NAME
from turnout.conversions.endpoint_to_action.never_there import Use, missing_use, without
from turnout.conversions.endpoint_to_action.planned import AnswerPlan, Shape, SitePlan
from turnout.conversions.flow import conditions_above
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span

_TOLERANT_CALLS = ("alert", "toast", "String", "Boolean", "Error", "JSON.stringify")


class Loose:
    """The reads of all callers of one action."""

    def __init__(self, types: Types, home: Module, shape: Shape, answers: Sequence[AnswerPlan]) -> None:
        self.types = types
        self.home = home
        """The handler's file."""
        self.shape = shape
        self.answers = [each for each in answers if not each.answer.throws and shape.carries(each.answer)]
        self.consts: dict[Span, None] = {}
        """``true`` and ``false`` in the handler that callers tell answers apart by."""

    def typed(self, planned: SitePlan, read: Read, *, is_told: bool) -> SitePlan:
        """The call, with what TypeScript needs to be told; refuses what can't be typed.

        ``is_told`` says whether TypeScript knows by ``ok`` what is read here.
        """
        site = planned.site
        uses = _uses(site.module, read)
        if uses is None:
            if is_told or any(each.is_flattened for each in self.answers):
                return planned
            if self.has_own_type(site.module, read):
                return planned
            behind = names_behind(site.module, read)
            given = [(site.module, name) for name in behind] if behind is not None else None
            given = names_elsewhere(self.types.project, site.module, read) if given is None else given
            following = [use for home, name in given or () for use in _bound(home, name)]
            uses = [use for use in following if use is not None]
            if given is None or len(uses) < len(following):
                return self.as_any(planned, read, read.code)
        asserted: list[Replace] = []
        never: list[Use] = []
        for use in uses:
            outcome = read.outcome if read.outcome != "both" or not is_told else told_at(site, use.code).outcome
            outcome = outcome if self.shape.form == "result" and is_told else "both"
            reached = [each for each in self.answers if outcome == "both" or _reaches(each, outcome)]
            if any(each.is_flattened for each in reached):
                continue  # what comes out of JSON.parse is any, and any with something else is any, too
            literals = [_members(each, self.shape) for each in reached]
            if any(each is None for each in literals):
                if is_told and outcome != "both":
                    continue
                return self.as_any(planned, read, use.code)
            bodies = [each for each in literals if each is not None]
            if (missing := missing_use(use, bodies)) is not None:
                never.append(missing)
                continue
            known = self.narrowed(use.module, use, bodies)
            if not known:
                continue
            if all(use.key in each for each in known):
                asserted += self.sure(use.module, use, [each[use.key] for each in known])
                continue
            if not _is_tolerant(use.module, use.code) and not _is_checked(use.module, use):
                asserted.append(_asserted(use.module, use))
        if asserted and any(use.module is not site.module for use in uses):
            return self.as_any(planned, read, read.code)  # A mark would have to stand in another file.
        planned = without(planned, never)
        return replace(planned, asserted=(*planned.asserted, *asserted))

    def nullable(self, planned: SitePlan, read: Read) -> SitePlan:
        """The call, where TypeScript knows which body is read, but not that none of its members is null."""
        literals = [_members(each, self.shape) for each in self.answers if _may_be(each, read.outcome)]
        if any(each.is_flattened for each in self.answers) or any(each is None for each in literals):
            return planned
        asserted: list[Replace] = []
        never: list[Use] = []
        for use in _uses(planned.site.module, read) or ():
            bodies = [each for each in literals if each is not None]
            values = [each[use.key] for each in bodies if use.key in each]
            if (missing := missing_use(use, bodies)) is not None:
                never.append(missing)
                continue
            asserted += self.sure(planned.site.module, use, values)
        planned = without(planned, never)
        return replace(planned, asserted=(*planned.asserted, *asserted))

    def sure(self, module: Module, use: Use, values: Sequence[c.Expression]) -> list[Replace]:
        """``data.url!`` where the handler's value may be null, for all that its text says, and the caller takes it."""
        if not any(self.may_be_null(each) for each in values):
            return []
        return [] if _is_tolerant(module, use.code) or _is_checked(module, use) else [_asserted(module, use)]

    def may_be_null(self, value: c.Expression) -> bool:
        """Of ``session.url`` only the library knows the type; what is called an id is taken for one."""
        bare = c.bare(value)
        kind = self.types.of(self.home, value)
        if kind is not None:
            is_open = any(each in ("null", "undefined") for each in alternatives(kind.text))
            return is_open and not is_there(self.home, value)
        is_named = isinstance(bare, c.Member) and ID_NAME.fullmatch(bare.name) is None
        return is_named and not is_there(self.home, value)

    def has_own_type(self, module: Module, read: Read) -> bool:
        bodies = [_members(each, self.shape) for each in self.answers]
        known = [each for each in bodies if each is not None]
        return len(known) == len(bodies) and has_own_type(self.types, self.home, module, read, known)

    def as_any(self, planned: SitePlan, read: Read, at: c.Code) -> SitePlan:
        """``const data: any = …``, as ``res.json()`` gave it, in a file that says ``any`` itself; else refuses."""
        module = planned.site.module
        declarator = module.parents.get(id(read.code))
        if not isinstance(declarator, c.Declarator) or declarator.type is not None or not _says_any(module):
            raise self.unknown(planned, at)
        end = Span(declarator.pattern.span.end, declarator.pattern.span.end)
        merges = planned.merges if self.shape.form == "bare" else None
        return replace(
            planned, destructures=False, merges=merges, asserted=(*planned.asserted, Replace(end, (": any",)))
        )

    def unknown(self, planned: SitePlan, at: c.Code) -> Refused:
        return refused(
            "What is read here may be of a success or of a failure, and TypeScript can't tell which: look at ok first.",
            planned.site.module,
            at,
        )

    def narrowed(
        self, module: Module, use: Use, literals: list[dict[str, c.Expression]]
    ) -> list[dict[str, c.Expression]]:
        """The answers that can be meant where ``if (data.success)`` was asked before."""
        known = literals
        for key, holds in _conditions(module, use):
            values = [each.get(key) for each in known]
            if not all(value is None or _flag(value) is not None for value in values):
                continue
            left = [each for each, value in zip(known, values, strict=True) if (_flag(value) is True) == holds]
            if left and len(left) < len(known):
                known = left
                for each in literals:
                    if (value := each.get(key)) is not None:
                        self.consts[value.span] = None
        return known


def _says_any(module: Module) -> bool:
    return re.search(rb"(?::|\bas)\s*any\b|<any\b", module.source.data) is not None


def _may_be(planned: AnswerPlan, outcome: str) -> bool:
    return outcome == "both" or _reaches(planned, outcome)


def _reaches(planned: AnswerPlan, outcome: str) -> bool:
    return planned.answer.may_succeed if outcome == "success" else planned.answer.may_fail


def _flag(value: c.Expression | None) -> bool | None:
    bare = c.bare(value) if value is not None else None
    return {"true": True, "false": False}.get(bare.text) if isinstance(bare, c.Constant) else None


def _members(planned: AnswerPlan, shape: Shape) -> dict[str, c.Expression] | None:
    """The members of a body that is written as an object; None for all others."""
    answer = planned.answer
    if any(kind != "json" for kind in answer.kinds) and shape.fallback == "{}" and "json" not in answer.kinds:
        return {}
    body = c.bare(answer.body) if answer.body is not None else None
    if answer.made is not None or answer.kind != "json" or not isinstance(body, c.Object):
        return None
    found: dict[str, c.Expression] = {}
    for member in body.members:
        if not isinstance(member, c.Property) or member.key is None:
            return None
        found[member.key] = member.value
    return found


# ------------------------------------------------------------------------ uses


def _uses(module: Module, read: Read) -> list[Use] | None:
    """The members that are read of a body; None where it is used as a whole, or given a type."""
    found: list[Use] = []
    return found if all(each is not None and not found.append(each) for each in _used(module, read.code)) else None


def _used(module: Module, value: c.Expression) -> Iterator[Use | None]:
    above = module.parents.get(id(value))
    match above:
        case c.Member(object=below, name=name) if below is value:
            yield Use(name, above, module)
        case c.Declarator(pattern=pattern, type=None) if _is_const(module, above):
            yield from _bound(module, pattern)
        case c.Function() | c.Return():
            function = above if isinstance(above, c.Function) else module.function_around(above)
            yield from _given_on(module, function) if function is not None else (None,)
        case c.Call(callee=callee) if (c.dotted(callee) or "").startswith("console."):
            return
        case c.ExpressionStatement():
            return
        case _:
            yield None


def _bound(module: Module, pattern: c.Pattern) -> Iterator[Use | None]:
    match pattern:
        case c.Name():
            binding = module.scopes.binding(pattern)
            for reference in binding.references if binding is not None and not binding.writes else ():
                yield from _used(module, reference)
        case c.ObjectPattern(members=members):
            for member in members:
                target = member.target
                if not isinstance(member, c.PatternProperty) or member.key is None or not isinstance(target, c.Name):
                    yield None
                    return
                binding = module.scopes.binding(target)
                for reference in binding.references if binding is not None else ():
                    yield Use(member.key, reference, module)
        case _:
            yield None


def _given_on(module: Module, function: c.Function) -> Iterator[Use | None]:
    """``.then((res) => res.json())``: what stands behind gets the body."""
    step = module.parents.get(id(function))
    if not isinstance(step, c.Call) or not isinstance(step.callee, c.Member) or step.callee.name != "then":
        yield None
        return
    above = module.parents.get(id(step))
    call = module.parents.get(id(above)) if isinstance(above, c.Member) else None
    if isinstance(above, c.Await):
        yield from _used(module, above)
    elif isinstance(above, c.Member) and above.name == "then" and isinstance(call, c.Call) and call.arguments:
        first = call.arguments[0]
        following = c.bare(first) if not isinstance(first, c.Spread) else None
        if not isinstance(following, c.Function) or any(each.type is not None for each in following.parameters):
            yield None
        elif following.parameters:
            yield from _bound(module, following.parameters[0].pattern)
    else:
        yield None


def _is_const(module: Module, declarator: c.Declarator) -> bool:
    above = module.parents.get(id(declarator))
    return isinstance(above, c.Declare) and above.kind == "const"


# ------------------------------------------------------------------ conditions


def _conditions(module: Module, use: Use) -> Iterator[tuple[str, bool]]:
    """The members that were asked for where a use runs, and whether they held."""
    for test, holds in conditions_above(module, use.code):
        if not isinstance(test, c.Function):
            yield from _implied(module, use, test, holds=holds)


def _implied(module: Module, use: Use, test: c.Expression, *, holds: bool) -> Iterator[tuple[str, bool]]:
    bare = c.bare(test)
    match bare:
        case c.Unary(operator="!", operand=operand):
            yield from _implied(module, use, operand, holds=not holds)
        case c.Binary(operator="&&" | "||" as operator, left=left, right=right):
            if holds == (operator == "&&"):
                yield from _implied(module, use, left, holds=holds)
                yield from _implied(module, use, right, holds=holds)
        case c.Member(object=below, name=name):
            if isinstance(use.code, c.Member) and _same(module, below, use.code.object):
                yield name, holds
        case c.Name():
            key = _taken_from(module, bare)
            if key is not None and key[1] is _source(module, use):
                yield key[0], holds
        case _:
            return


def _same(module: Module, first: c.Expression, second: c.Expression) -> bool:
    if not isinstance(first, c.Name) or not isinstance(second, c.Name):
        return False
    return module.scopes.binding(first) is module.scopes.binding(second)


def _taken_from(module: Module, name: c.Name) -> tuple[str, c.Pattern] | None:
    """The key and the pattern of ``const { success } = …``."""
    binding = module.scopes.binding(name)
    if binding is None or not isinstance(binding.pattern, c.ObjectPattern):
        return None
    for member in binding.pattern.members:
        if isinstance(member, c.PatternProperty) and member.target is binding.site and member.key is not None:
            return member.key, binding.pattern
    return None


def _source(module: Module, use: Use) -> c.Pattern | None:
    found = _taken_from(module, use.code) if isinstance(use.code, c.Name) else None
    return found[1] if found is not None else None


def _is_checked(module: Module, use: Use) -> bool:
    """Whether it was asked for itself: ``if (data.error) alert(data.error)``."""
    return any(key == use.key and holds for key, holds in _conditions(module, use))


def _is_tolerant(module: Module, code: c.Expression) -> bool:
    """Whether ``undefined`` may stand in a place as well."""
    above = module.parents.get(id(code))
    match above:
        case c.If(test=test) | c.Conditional(test=test):
            return test is code or (isinstance(above, c.Conditional) and _is_tolerant(module, above))
        case c.Unary(operator=operator):
            return operator in ("!", "typeof", "void")
        case c.Binary(operator=operator, left=left, right=right):
            if operator in ("||", "??", "&&") and left is code:
                return True
            if operator in ("||", "??", "&&"):
                return _is_tolerant(module, above)
            other = right if left is code else left
            return operator in ("===", "!==", "==", "!=") or isinstance(c.bare(other), (c.String, c.Template))
        case c.Member(object=below, optional=optional):
            return below is code and optional
        case c.Template() | c.Jsx() | c.ExpressionStatement():
            return True
        case c.Property():
            whole = module.parents.get(id(above))
            call = module.parents.get(id(whole)) if isinstance(whole, c.Object) else None
            return isinstance(call, c.Call) and _root(call.callee) == "toast"
        case c.Call(callee=callee) | c.New(callee=callee) if callee is not code:
            name = c.dotted(callee) or ""
            return name in _TOLERANT_CALLS or _root(callee) in ("console", "toast")
        case _:
            return False


def _root(callee: c.Expression) -> str:
    return (c.dotted(callee) or "").partition(".")[0]


def _asserted(module: Module, use: Use) -> Replace:
    """``data.url!``"""
    above = module.parents.get(id(use.code))
    end = Span(use.code.span.end, use.code.span.end)
    if isinstance(above, c.Property) and above.shorthand and isinstance(use.code, c.Name):
        return Replace(end, (f": {use.code.name}!",))
    return Replace(end, ("!",))
