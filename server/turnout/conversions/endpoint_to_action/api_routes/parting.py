"""An API route that loses some of its methods: what runs for these alone is cut out, the rest stays as it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from turnout.conversions.endpoint_to_action.ground.chains import chain_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.dispatch import is_for
from turnout.conversions.flow import may_end
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.handler import is_method
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.model.strings import literal
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import removed
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass
class Parting:
    """The cuts of one handler."""

    module: Module
    function: c.Function
    going: frozenset[str]
    staying: frozenset[str]
    statements: list[Span] = field(default_factory=list[Span])
    """Whole statements and cases, which go with their lines."""
    pieces: list[Edit] = field(default_factory=list[Edit])
    """Parts of statements: ``else if (…) { … }``, a method in a list."""
    roots: tuple[c.Code, ...] = ()
    """Where else methods are named: what the handler is wrapped in."""

    def edits(self, apart: Span | None) -> tuple[Edit, ...]:
        """The cuts as edits; what stands ``apart`` behind the file is no part of it."""
        source = self.module.source
        if apart is not None:
            source = replace(source, data=source.data[: apart.start])
        return (*removed(source, self.statements), *self.pieces)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is there no more."""
        return (*self.statements, *(each.span for each in self.pieces))

    def is_gone(self, code: c.Code) -> bool:
        return any(span.contains(code.span) for span in self.spans)


def parted(module: Module, function: c.Function, going: Collection[str], staying: Collection[str]) -> Parting:
    """The cuts that take methods out of a handler; refuses a handler in which they can't be told apart."""
    parting = Parting(module, function, frozenset(going), frozenset(staying))
    if not isinstance(function.body, c.Block):
        raise refused("The methods of this handler can't be told apart.", module, function)
    _Cutter(parting).block(function.body.body)
    if not parting.statements and not parting.pieces:
        raise _mixed(parting, function)
    _Lists(parting).trim()
    return parting


def parted_apart(
    project: Snapshot, entry: Entry, module: Module, going: Collection[str], staying: Collection[str]
) -> Parting:
    """The same for a handler that leaves its methods to other functions, or is made of a map of them."""
    found = project.exported(entry.path, entry.symbol)
    chain = chain_of(project, module, found.export.value) if found is not None else None
    if found is None or chain is None:
        raise refused("The methods of this handler can't be told apart.", module, entry.span)
    function = chain.function if chain.module.path == module.path else None
    exported = tuple(each for each in module.body if isinstance(each, (c.ExportDefault, c.ExportAssign)))
    parting = Parting(module, function or _NOTHING, frozenset(going), frozenset(staying), roots=exported)
    if function is not None:
        if isinstance(function.body, c.Block):
            _Cutter(parting).block(function.body.body)
        for code in c.walk(function):
            if isinstance(code, c.Index) and is_method(module, function, code.index):
                _cut_members(parting, code.object)
    for _, wrapper in chain.wrappers:
        for argument in wrapper.call.arguments:
            _cut_members(parting, argument)
    _Lists(parting).trim()
    if not parting.statements and not parting.pieces:
        raise _mixed(parting, function or entry.span)
    return parting


_NOTHING = c.Function(Span(0, 0), "arrow", None, (), None, False, False, None, None)


def _cut_members(parting: Parting, value: c.Code) -> None:
    """``{ GET: list, POST: create }`` without some of them."""
    module = parting.module
    bare = c.bare(value) if not isinstance(value, c.Spread) else value  # type: ignore[arg-type]
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    found = c.bare(binding.value) if binding is not None and binding.value is not None else bare
    if not isinstance(found, c.Object) or any(parting.is_gone(each) for each in found.members):
        return
    members = found.members
    keys = [(each.key or "").upper() if isinstance(each, c.Property) else "" for each in members]
    if not any(key in METHODS for key in keys):
        return
    goes = [key in parting.going for key in keys]
    for index, member in enumerate(members):
        if not goes[index]:
            continue
        if "\n" in module.source.text(found.span):
            behind = re.compile(rb"\s*,").match(module.source.data, member.span.end)
            end = behind.end() if behind is not None else member.span.end
            parting.statements.append(Span(with_comments(module, member).start, end))
        elif not index or not goes[index - 1]:
            parting.pieces.append(Edit(_run_of(members, goes, index), ""))


def _run_of(members: Sequence[c.Property | c.Spread], goes: Sequence[bool], index: int) -> Span:
    """Neighbours that go, from one of them: up to the next member, or with the comma before them."""
    behind = next((at for at in range(index, len(members)) if not goes[at]), None)
    if behind is not None:
        return Span(members[index].span.start, members[behind].span.start)
    start = members[index - 1].span.end if index else members[index].span.start
    return Span(start, members[-1].span.end)


def _mixed(parting: Parting, at: c.Code | Span) -> Refused:
    stays, goes = ", ".join(sorted(parting.staying)), ", ".join(sorted(parting.going))
    return refused(
        f"{stays} would stay, and what runs for {goes} can't be told apart from it here.", parting.module, at
    )


class _Cutter:
    """Finds the branches that run for the methods alone."""

    def __init__(self, parting: Parting) -> None:
        self.parting = parting
        self.module = parting.module

    def block(self, statements: Sequence[c.Statement]) -> None:
        for statement in statements:
            match statement:
                case c.If():
                    self.chain(statement)
                case c.Switch(subject=subject, cases=cases) if is_method(self.module, self.parting.function, subject):
                    self.cases(cases)
                case c.Try(block=block):
                    self.block(block.body)
                case c.Block(body=body):
                    self.block(body)
                case _:
                    pass

    def chain(self, first: c.If) -> None:
        """``if (req.method === 'GET') { … } else if (req.method === 'POST') { … } else { … }``"""
        links = [first]
        while isinstance(after := links[-1].otherwise, c.If):
            links.append(after)
        last = links[-1].otherwise
        goes = [self.goes(link.test) for link in links]
        if all(goes):
            if last is not None:
                raise _mixed(self.parting, first)
            self.parting.statements.append(with_comments(self.module, first))
            return
        for index, link in enumerate(links):
            if goes[index]:
                if index and goes[index - 1]:
                    continue
                self.run(links, goes, index)
            elif isinstance(link.then, c.Block) and self.is_about_methods(link.test):
                self.block(link.then.body)
        if isinstance(last, c.Block):
            self.block(last.body)

    def run(self, links: Sequence[c.If], goes: Sequence[bool], index: int) -> None:
        """Neighbours of a chain that go: up to the next link, or with the ``else`` before them."""
        behind = next((at for at in range(index, len(links)) if not goes[at]), None)
        after = links[behind] if behind is not None else links[-1].otherwise
        start = links[index].span.start
        if after is not None:
            self.parting.pieces.append(Edit(Span(start, after.span.start), ""))
        else:
            self.parting.pieces.append(Edit(Span(links[index - 1].then.span.end, links[-1].span.end), ""))

    def goes(self, test: c.Expression) -> bool:
        """Whether a condition holds for methods that go, and for none that stays."""
        for_going = [is_for(self.module, self.parting.function, test, method) for method in self.parting.going]
        if True not in for_going:
            return False
        staying = [is_for(self.module, self.parting.function, test, method) for method in self.parting.staying]
        return all(each is False for each in staying)

    def is_about_methods(self, test: c.Expression) -> bool:
        return any(
            is_method(self.module, self.parting.function, code)
            for code in c.walk(test)
            if isinstance(code, (c.Member, c.Name))
        )

    def cases(self, cases: Sequence[c.Case]) -> None:
        for index, case in enumerate(cases):
            name = literal(self.module, case.test) if case.test is not None else None
            if name is None or name.upper() not in self.parting.going:
                continue
            before = cases[index - 1] if index else None
            if (before is not None and not _is_closed(before)) or not _is_closed(case):
                raise _mixed(self.parting, case)
            self.parting.statements.append(case.span)


def _is_closed(case: c.Case) -> bool:
    """Whether control does not fall out of a case into the next."""
    body = case.body[0].body if len(case.body) == 1 and isinstance(case.body[0], c.Block) else case.body
    return bool(case.body) and (
        any(isinstance(each, c.Break) for each in (*body[-1:], *case.body[-1:]))
        or any(not may_end(each) for each in case.body)
    )


class _Lists:
    """The methods in what stays: ``['GET', 'POST'].includes(req.method)``, ``res.setHeader('Allow', 'GET, POST')``."""

    def __init__(self, parting: Parting) -> None:
        self.parting = parting
        self.module = parting.module

    def trim(self) -> None:
        for code in list(self.left()):
            match code:
                case c.Array(items=items):
                    self.array(items)
                case c.Binary(operator="&&" | "||", left=left, right=right):
                    self.joined(left, right)
                case _:
                    pass
        for code in self.left():
            if isinstance(code, c.String):
                self.text(code)
            elif isinstance(code, c.Template) and any(self.names(each) for each in code.strings):
                raise _mixed(self.parting, code)

    def left(self) -> Iterator[c.Code]:
        roots = (self.parting.function, *self.parting.roots)
        seen: set[int] = set()
        for code in (code for root in roots for code in c.walk(root)):
            if id(code) not in seen and not self.parting.is_gone(code):
                seen.add(id(code))
                yield code

    def names(self, text: str) -> bool:
        return any(re.search(rf"\b{method}\b", text) for method in self.parting.going)

    def array(self, items: Sequence[c.Expression | c.Spread | None]) -> None:
        names = [item.value.upper() if isinstance(item, c.String) else "" for item in items]
        if not any(name in self.parting.going for name in names):
            return
        kept = [
            self.module.source.text(item.span)
            for item, name in zip(items, names, strict=True)
            if item is not None and name not in self.parting.going
        ]
        first, last = items[0], items[-1]
        if not kept or first is None or last is None:
            return
        self.parting.pieces.append(Edit(Span(first.span.start, last.span.end), ", ".join(kept)))

    def joined(self, left: c.Expression, right: c.Expression) -> None:
        """``req.method !== 'GET' && req.method !== 'POST'``"""
        for side, other in ((left, right), (right, left)):
            if not self.is_comparison(side) or self.parting.is_gone(side) or self.parting.is_gone(other):
                continue
            start, end = (side.span.start, other.span.start) if side is left else (other.span.end, side.span.end)
            self.parting.pieces.append(Edit(Span(start, end), ""))
            return

    def is_comparison(self, code: c.Expression) -> bool:
        match c.bare(code):
            case c.Binary(operator="===" | "==" | "!==" | "!=", left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    name = literal(self.module, other) if is_method(self.module, self.parting.function, side) else None
                    if name is not None and name.upper() in self.parting.going:
                        return True
                return False
            case _:
                return False

    def text(self, code: c.String) -> None:
        if not self.names(code.value):
            return
        parts = re.split(r",\s*", code.value)
        kept = [part for part in parts if part.upper() not in self.parting.going]
        if not kept or any(self.names(part) for part in kept):
            raise _mixed(self.parting, code)
        inner = Span(code.span.start + 1, code.span.end - 1)
        self.parting.pieces.append(Edit(inner, ", ".join(kept)))
