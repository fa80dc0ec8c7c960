"""One request that chooses its URL or method by a condition, as one request for each case.

``fetch(id ? `/api/posts/${id}` : '/api/posts', { method: id ? 'PUT' : 'POST' })`` becomes
``(id ? fetch(`/api/posts/${id}`, { method: 'PUT' }) : fetch('/api/posts', { method: 'POST' }))``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.endpoint_to_action.ground.presence import is_there
from turnout.conversions.endpoint_to_action.requests.settling import (
    Settling,
    Test,
    TextsOf,
    Undecided,
    Unmovable,
    Value,
)
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.syntax.write import Style, reindent, removed
from turnout.text.edits import Edit
from turnout.text.span import Span

_COMPOUND = (c.Binary, c.Conditional, c.Unary, c.Await, c.Assign)
_MOST = 6
"""Cases that one may still want to read."""


@dataclass(frozen=True)
class _Case:
    text: str
    """The whole request."""


@dataclass(frozen=True)
class _Choice:
    test: str
    then: _Tree
    otherwise: _Tree


_Tree: TypeAlias = "_Case | _Choice"


@dataclass(frozen=True)
class Branched:
    """A request written out by its cases."""

    edits: tuple[Edit, ...]
    place: Span
    """Where its cases stand in the text that comes out."""
    gone: tuple[Span, ...]
    """What only served to choose, and goes."""
    is_choice: bool
    notes: tuple[str, ...]


def branched(module: Module, call: c.Call, url: c.Expression, texts_of: TextsOf, style: Style) -> Branched | None:
    """The cases of a request; None when it chooses nothing, or not in a way that can be written out."""
    branching = _Branching(module, call, url, texts_of, style)
    try:
        tree = branching.tree({})
    except Unmovable:
        return None
    if tree is None or (isinstance(tree, _Case) and not branching.is_filled):
        return None
    return branching.edits(tree)


class _Branching:
    def __init__(self, module: Module, call: c.Call, url: c.Expression, texts_of: TextsOf, style: Style) -> None:
        self.module = module
        self.call = call
        self.url = url
        self.texts_of = texts_of
        self.style = style
        self.inlined: set[int] = set()
        self.is_filled = False
        self.stale: set[str] = set()
        self.cases = 0
        self.indent = module.source.indent_at(call.span.start)

    def tree(self, known: Mapping[str, bool]) -> _Tree | None:
        """The cases where that much is known; None where it can't be, as there is no URL then."""
        settling = Settling(self.module, self.call, self.texts_of, known)
        try:
            _path(settling, self.url)
            if self.is_nowhere(settling):
                return None
            for method in self.methods(settling):
                settling.settled(method)
        except Undecided as undecided:
            test = undecided.test
            then = self.tree({**known, test.key: test.holds})
            otherwise = self.tree({**known, test.key: not test.holds})
            if then is None or otherwise is None:
                return then or otherwise
            return _Choice(self.quoted(test), then, otherwise)
        self.cases += 1
        if self.cases > _MOST:
            raise Unmovable
        case = _Case(_Text(settling, self.style).of(self.call))
        self.inlined |= settling.inlined
        self.is_filled |= settling.is_filled
        self.stale |= settling.stale
        return case

    def is_nowhere(self, settling: Settling) -> bool:
        """``const url = id ? `/api/users/${id}` : null; if (!url) return;``: without an id nothing is asked for."""
        url = settling.settled(self.url)
        if not isinstance(url, c.Constant):
            return False
        if not is_there(self.module, self.url):
            raise Unmovable
        return True

    def quoted(self, test: Test) -> str:
        """A condition on a known text, in the file's own quotes."""
        left, mark, right = test.text.partition(" === '")
        return f"{left} === {self.style.string(right[:-1])}" if mark and test.text == test.key else test.text

    def methods(self, settling: Settling) -> Iterator[c.Expression]:
        """What is given as the method of the request."""
        for argument in self.call.arguments:
            value = settling.settled(argument) if not isinstance(argument, c.Spread) else None
            bare = value if value is not None else argument
            bare = c.bare(bare) if isinstance(bare, c.Code) and not isinstance(bare, c.Spread) else bare
            if isinstance(bare, c.Name):
                bare = settling.plain_object(bare) or bare
            if isinstance(bare, c.Object) and (method := bare.get("method")) is not None:
                yield method

    # ------------------------------------------------------------------ text

    def edits(self, tree: _Tree) -> Branched:
        source, indent = self.module.source, self.indent
        is_choice = isinstance(tree, _Choice)
        text = self.written(tree, f"{self.style.newline}{indent}{self.style.unit}")
        if is_choice and self.needs_parentheses():
            text = f"({text})"
        gone, cut = self.gone()
        edits = [Edit(self.call.span, text), *cut, *removed(source, sorted(gone))]
        edits.sort()
        before = [each for each in edits if each.span.end <= self.call.span.start]
        start = self.call.span.start + sum(
            len(each.text.encode()) - (each.span.end - each.span.start) for each in before
        )
        return Branched(
            tuple(edits), Span(start, start + len(text.encode())), tuple(gone), is_choice, tuple(self.notes())
        )

    def notes(self) -> Iterator[str]:
        if self.stale:
            names = " and ".join(sorted(self.stale))
            yield f"The useMemo of the URL left out {names} in its dependencies; the call takes it as it is by then."

    def written(self, tree: _Tree, between: str) -> str:
        match tree:
            case _Case(text=text):
                level = between.rpartition("\n")[2]
                return (
                    text if self.cases == 1 else reindent(text, self.indent, level + ("\t" if "\t" in level else "  "))
                )
            case _Choice(test=test, then=then, otherwise=otherwise):
                return f"{test}{between}? {self.written(then, between)}{between}: {self.written(otherwise, between)}"

    def needs_parentheses(self) -> bool:
        above = self.module.parents.get(id(self.call))
        if isinstance(above, c.Call):
            return above.callee is self.call
        return not isinstance(above, (c.Declarator, c.Assign, c.Return, c.Property, c.ExpressionStatement))

    # ------------------------------------------------------------ what served

    def gone(self) -> tuple[list[Span], list[Edit]]:
        """The statements of which no use is left, and what is taken out of patterns."""
        gone: list[c.Statement] = []
        cut: dict[Span, Edit] = {}
        for binding in self.module.scopes.all:
            if id(binding) not in self.inlined or not self.is_unused(binding):
                continue
            declarator = next(
                (each for each in self.module.ancestors(binding.site) if isinstance(each, c.Declarator)), None
            )
            statement = self.module.parents.get(id(declarator)) if declarator is not None else None
            if declarator is None or not isinstance(statement, c.Declare) or len(statement.declarators) != 1:
                continue
            if isinstance(self.module.parents.get(id(statement)), c.ExportDeclaration):
                continue
            pattern = declarator.pattern
            left = (
                []
                if isinstance(pattern, c.Name)
                else [each for each in c.bound_names(pattern) if not self.is_unused_name(each)]
            )
            if left:
                cut[pattern.span] = Edit(pattern.span, self.without(pattern, left))
            elif not any(statement is each for each in gone):
                gone += [statement, *self.writes_of(binding)]
        return [each.span for each in self.whole(gone)], list(cut.values())

    def whole(self, gone: list[c.Statement]) -> Iterator[c.Statement]:
        """``if (id) { method = 'PUT'; }`` goes as a whole when nothing else is in it."""
        ids = {id(each) for each in gone}
        emptied: list[c.If] = []
        for each in gone:
            around = [above for above in self.module.ancestors(each) if isinstance(above, c.If)]
            top = next((above for above in reversed(around) if self.is_emptied(above, ids)), None)
            if top is not None and not any(top is other for other in emptied):
                emptied.append(top)
        yield from emptied
        yield from (each for each in gone if not any(other.span.contains(each.span) for other in emptied))

    def is_emptied(self, branch: c.If, gone: set[int]) -> bool:
        sides = [side for side in (branch.then, branch.otherwise) if side is not None]
        inner = [one for side in sides for one in (side.body if isinstance(side, c.Block) else (side,))]
        return all(id(one) in gone or (isinstance(one, c.If) and self.is_emptied(one, gone)) for one in inner)

    def is_unused(self, binding: Binding) -> bool:
        """Whether a name is used by the request only."""
        writes = {id(write.target) for write in binding.writes if isinstance(write, c.Assign)}
        return all(self.call.span.contains(name.span) for name in binding.references if id(name) not in writes)

    def is_unused_name(self, name: c.Name) -> bool:
        binding = self.module.scopes.binding(name)
        return binding is not None and id(binding) in self.inlined and self.is_unused(binding)

    def writes_of(self, binding: Binding) -> Iterator[c.Statement]:
        for write in binding.writes:
            statement = self.module.parents.get(id(write))
            if isinstance(statement, c.ExpressionStatement):
                yield statement

    def without(self, pattern: c.Pattern, left: list[c.Name]) -> str:
        """``{ url, method, message }`` as ``{ message }``."""
        members = pattern.members if isinstance(pattern, c.ObjectPattern) else ()
        kept = [each for each in members if any(each.span.contains(name.span) for name in left)]
        return self.style.braces(", ".join(self.module.source.text(each.span) for each in kept))


def _path(settling: Settling, url: Value) -> bool:
    """Decide all that the path of a URL depends on; whether its ``?`` is reached."""
    if isinstance(url, str):
        return "?" in url
    bare = c.bare(url)
    match bare:
        case c.String(value=value):
            return "?" in value
        case c.Template(strings=strings, values=values):
            if "?" in strings[0]:
                return True
            for value, string in zip(values, strings[1:], strict=True):
                if _path(settling, value) or "?" in string:
                    return True
            return False
        case c.Binary(operator="+", left=left, right=right):
            return _path(settling, left) or _path(settling, right)
        case c.Conditional() | c.Name() | c.Member():
            value = settling.settled(bare)
            return _path(settling, value) if value is not None and value is not bare else False
        case _:
            return False


class _Text:
    """The text of an expression with everything that is settled put in."""

    def __init__(self, settling: Settling, style: Style) -> None:
        self.settling = settling
        self.source = settling.module.source
        self.style = style

    def of(self, code: c.Code) -> str:
        return render(self.source, code.span, list(self.replaced(code)))

    def value(self, value: Value) -> str:
        return self.style.string(value) if isinstance(value, str) else self.of(value)

    def settled(self, code: c.Code) -> Value | None:
        """Conditions that say nothing of the URL or the method stay as they are."""
        if not isinstance(code, (c.Name, c.Member, c.Conditional)):
            return None
        before = set(self.settling.inlined)
        try:
            return self.settling.settled(code)
        except (Undecided, Unmovable):
            self.settling.inlined = before
            return None

    def replaced(self, code: c.Code) -> Iterator[Replace]:
        value = self.settled(code)
        if value is not None:
            text = self.value(value)
            yield Replace(code.span, (f"({text})" if self.is_loose(value, code) else text,))
            return
        match code:
            case c.Spread(value=inner) if (members := self.spread(code, inner)) is not None:
                text = ", ".join(self.of(each) for each in members)
                yield Replace(code.span, (text,)) if members else Replace(self.with_line(code.span))
            case c.Property(key=key, value=inner, shorthand=True) if key is not None:
                if (chosen := self.settled(inner)) is not None:
                    yield Replace(code.span, (f"{key}: {self.value(chosen)}",))
            case c.Property(value=inner):
                yield from self.replaced(inner)
            case c.Binary(operator="??" | "||", left=left, right=right) if self.is_nothing(left):
                yield Replace(code.span, (self.of(right),))
            case c.Member() if self.is_nothing(code):
                yield Replace(code.span, ("undefined",))
            case c.Member(object=below):
                yield from self.replaced(below)
            case c.Template(values=values):
                for each in values:
                    yield from self.hole(each)
            case c.Function():
                return
            case _:
                for below in c.children(code):
                    yield from self.replaced(below)

    def spread(self, code: c.Spread, value: c.Expression) -> tuple[c.Property | c.Spread, ...] | None:
        """The members of the object that ``...(id ? { id } : {})`` is here, where none is there a second time."""
        bare, around = c.bare(value), self.settling.module.parents.get(id(code))
        chosen = self.settled(bare) if isinstance(bare, c.Conditional) else None
        whole = c.bare(chosen) if isinstance(chosen, c.Code) and not isinstance(chosen, str) else None
        if not isinstance(whole, c.Object) or not isinstance(around, c.Object):
            return None
        own = {each.key for each in around.members if isinstance(each, c.Property)}
        is_new = all(isinstance(each, c.Property) and each.key not in own for each in whole.members)
        return whole.members if is_new else None

    def with_line(self, span: Span) -> Span:
        """A member of an object with its comma, and with its line when nothing else stands there."""
        data = self.source.data
        comma = re.compile(rb"[ \t]*,[ \t]*").match(data, span.end)
        end = comma.end() if comma is not None else span.end
        start = data.rfind(b"\n", 0, span.start) + 1
        line_break = re.compile(rb"[ \t]*\r?\n").match(data, end)
        if data[start : span.start].strip() or line_break is None:
            return Span(span.start, end)
        return Span(start, line_break.end())

    def is_loose(self, value: Value, code: c.Code) -> bool:
        """Whether ``a || b`` comes where ``url + '?x'`` would take it apart."""
        if isinstance(value, str) or not isinstance(value, _COMPOUND) or isinstance(code, c.Conditional):
            return False
        return isinstance(self.settling.module.parents.get(id(code)), (*_COMPOUND, c.Member, c.Index, c.Cast))

    def is_nothing(self, code: c.Expression) -> bool:
        """``post?.title`` where there is no ``post``: TypeScript knows that, too, and would not let it stand."""
        bare = c.bare(code)
        if not isinstance(bare, c.Member):
            return False
        if not bare.optional or not isinstance(bare.object, (c.Name, c.Member)):
            return self.is_nothing(bare.object)
        key, holds = self.settling.norm(bare.object)
        return self.settling.known.get(key, holds) != holds

    def hole(self, value: c.Expression) -> Iterator[Replace]:
        """A text goes into the template that has a hole for it."""
        chosen = self.settled(value)
        if chosen is None:
            yield from self.replaced(value)
            return
        data = self.source.data
        start, end = data.rindex(b"${", 0, value.span.start), data.index(b"}", value.span.end) + 1
        bare = chosen if isinstance(chosen, str) else c.bare(chosen)
        match bare:
            case str() | c.String():
                text = bare if isinstance(bare, str) else bare.value
                text = text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
            case c.Template():
                text = self.of(bare)[1:-1]
            case _:
                yield Replace(value.span, (self.of(bare),))
                return
        yield Replace(Span(start, end), (text,))
