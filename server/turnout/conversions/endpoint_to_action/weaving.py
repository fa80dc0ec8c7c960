"""One method of a handler as a single function: its wrappers, the choice by method and the functions that answer.

Each is read first (``Body.scan``: what runs for the method, and which calls lead on), then named (``woven_names``),
then written into the one around it (``woven_text``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.carrying import Carrying
from turnout.conversions.endpoint_to_action.chains import Chain, chain_of
from turnout.conversions.endpoint_to_action.dispatch import Decider, Options
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.wrapper_opened import Opened, open_maker, open_wrapper
from turnout.conversions.flow import may_end
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_MOST = 8
"""So many statements of a wrapper may be written once more; a longer one is to be called."""
_DEEPEST = 6
"""Functions that call each other's handlers further down are not followed."""


@dataclass
class Weaving:
    """What all parts of one method share."""

    project: Snapshot
    target: Module
    """The endpoint's file."""
    method: str
    at: Span
    """The endpoint's name there."""
    carrying: Carrying
    brought: dict[str, Module] = field(default_factory=dict[str, Module])
    """Other files whose functions answer."""
    taken: set[str] = field(default_factory=set[str])
    """Names that a new one must not have."""

    def body(self, chain: Chain, index: int, above: Sequence[c.Function]) -> Body:
        """The wrapper at a place of a chain, or the function behind the last."""
        if index == len(chain.wrappers):
            assert chain.function is not None
            return Body(self, chain.module, chain.function, None, chain, index, above)
        module, wrapper = chain.wrappers[index]
        is_maker = chain.function is None and index == len(chain.wrappers) - 1
        opened = (open_maker if is_maker else open_wrapper)(self.project, module, wrapper, self.at)
        return Body(self, opened.module, opened.inner, opened, chain, index, above)


@dataclass(frozen=True)
class Put:
    """A call of a function that answers, which is to be written in its place."""

    at: c.Code
    """The statement of the call; the call itself where it is all that a function does."""
    call: c.Call
    guest: Body
    is_return: bool
    waits: bool
    needs_return: bool
    """Whether control must not go on behind it where the function does not return by itself."""


@dataclass(frozen=True)
class Chosen:
    """A statement that only chooses: what runs of it for the method."""

    statement: c.Statement
    statements: tuple[c.Statement, ...]


class Body:
    """One function of those, read for the method."""

    def __init__(
        self,
        weaving: Weaving,
        home: Module,
        function: c.Function,
        opened: Opened | None,
        chain: Chain,
        index: int,
        above: Sequence[c.Function],
    ) -> None:
        self.weaving = weaving
        self.home = home
        self.function = function
        self.opened = opened
        """What is known of it where it is a wrapper."""
        self.chain = chain
        self.index = index
        self.above = (*above, function)
        self.options: Options = self._options(opened, chain.wrappers[index][0]) if opened is not None else {}
        self.decider = Decider(home, function, weaving.method, self.options)
        self.dropped: list[c.Statement] = []
        self.chosen: dict[int, Chosen] = {}
        self.puts: list[Put] = []
        self.picked: list[tuple[c.Expression, c.Expression]] = []
        """``req.method === 'POST' ? a : b``, and what it is."""
        self.nested = 0
        self.is_nested = False
        """Whether a choice stands inside of something that stays."""
        self.ends = self._scan()

    @property
    def name(self) -> str:
        """What it is called, for people."""
        if self.opened is not None:
            return f"The wrapper {self.opened.name}()"
        own = self.function.name
        return f"{own.name}()" if own is not None else "The handler"

    @property
    def is_woven(self) -> bool:
        """Whether the reading of handlers as they stand would not do."""
        return bool(self.puts or self.picked) or self.is_nested

    @property
    def bodies(self) -> Iterator[Body]:
        """Itself and all that is written into it."""
        yield self
        for put in self.puts:
            yield from put.guest.bodies

    def is_live(self, code: c.Code) -> bool:
        """Whether code is left of the function, but for calls that are written out."""
        if any(each.span.contains(code.span) for each in self.dropped):
            return False
        for whole, kept in self.picked:
            if whole.span.contains(code.span) and not kept.span.contains(code.span):
                return False
        for each in self.chosen.values():
            if each.statement is not code and each.statement.span.contains(code.span):
                if not any(inner.span.contains(code.span) for inner in each.statements):
                    return False
        return True

    # ----------------------------------------------------------------- reading

    def _options(self, opened: Opened, user: Module) -> Options:
        found: dict[int, tuple[Module, c.Expression]] = {}
        for parameter, argument in opened.options:
            binding = opened.module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
            if binding is not None and argument is not None:
                found[id(binding)] = (user, argument)
        return found

    def _scan(self) -> bool:
        """Tell what runs; whether control surely ends in it."""
        body = self.function.body
        if self.opened is not None and len(self.function.statements) > _MOST:
            raise self.unknown()
        if isinstance(body, c.Block):
            ends = self._statements(body.body, True, True)
        else:
            put = self._put(body, body, is_return=True) if body is not None else None
            self.puts += [put] if put is not None else []
            ends = True
        if self.opened is not None and self.opened.call is not None:
            if not any(put.call is self.opened.call for put in self.puts) and self.is_live(self.opened.call):
                raise self.works_on()
        self._pick()
        self._drop_unused()
        return ends

    def unknown(self) -> Refused:
        name = self.name[:1].lower() + self.name[1:] if self.opened is None else self.name
        return refused(f"{name} does work that is not understood yet.", self.weaving.target, self.weaving.at)

    def works_on(self) -> Refused:
        assert self.opened is not None
        assert self.opened.call is not None
        return refused(
            f"{self.name} works on what the handler answers, which an action has not.", self.home, self.opened.call
        )

    def _statements(self, body: Sequence[c.Statement], here: bool, if_ends: bool) -> bool:
        """Read a list of statements. ``here``: whether nothing runs behind them; ``if_ends``: if they end, that is."""
        for index, statement in enumerate(body):
            rest = body[index + 1 :]
            is_last = all(self._vanishes(each) for each in rest)
            if self._statement(statement, here and is_last, if_ends):
                self.dropped += (each for each in rest if not isinstance(each, (c.FunctionDeclaration, c.Empty)))
                return True
        return False

    def _vanishes(self, statement: c.Statement) -> bool:
        """Whether nothing of a statement runs for the method."""
        if isinstance(statement, (c.Break, c.Empty, c.FunctionDeclaration, c.TypeDeclaration)):
            return True
        if isinstance(statement, c.Return):
            return statement.value is None
        taken = self.decider.taken(statement)
        return taken is not None and all(self._vanishes(each) for each in taken[1])

    def _statement(self, statement: c.Statement, here: bool, if_ends: bool) -> bool:
        taken = self.decider.taken(statement)
        if taken is not None:
            self.is_nested = self.is_nested or self.nested > 0
            inner = tuple(each for each in taken[1] if not isinstance(each, c.Empty))
            ends = self._statements(inner, here, if_ends)
            if all(each in self.dropped for each in inner):
                self.dropped.append(statement)
            else:
                self.chosen[id(statement)] = Chosen(statement, inner)
            return ends
        put = self._put_statement(statement, here, if_ends)
        if put is not None:
            self.puts.append(put)
            return put.is_return
        match statement:
            case c.Declare(declarators=declarators) if all(self._is_lookup(each) for each in declarators):
                self.dropped.append(statement)
                return False
            case c.Try():
                return self._try(statement, here, if_ends)
            case c.Block(body=body):
                return self._statements(body, here, if_ends)
            case c.If(test=test, then=then, otherwise=otherwise):
                self.nested += 1
                self._simplify(test)
                ends = [self._branch(each, here) for each in (then, otherwise) if each is not None]
                self.nested -= 1
                return all(ends) and otherwise is not None
            case _:
                return not may_end(statement)

    def _is_lookup(self, declarator: c.Declarator) -> bool:
        return declarator.value is not None and self.decider.looked_up(declarator.value) is not None

    def _branch(self, statement: c.Statement, here: bool) -> bool:
        if isinstance(statement, c.Block):
            return self._statements(statement.body, here, here)
        return self._statement(statement, here, here)

    def _try(self, statement: c.Try, here: bool, if_ends: bool) -> bool:
        before = len(self.puts)
        self.nested += 1
        catch, finalizer = statement.handler, statement.finalizer
        catches = catch is not None and self._statements(catch.body, here, here)
        behind = if_ends if catch is None or catches else here
        ends = self._statements(statement.block.body, here, behind)
        if finalizer is not None:
            self._statements(finalizer.body, False, False)
        self.nested -= 1
        for put in self.puts[before:]:
            if put.waits or not put.guest.function.is_async or not statement.block.span.contains(put.at.span):
                continue
            # try { return save(req, res) } catch: nobody waits, so that the catch sees no error of it.
            if finalizer is not None or self._only(statement.block.body) is not put.at:
                whose = f"{c.dotted(put.call.callee) or 'What answers'}() is not waited for here: the"
                if self.opened is not None and put.call is self.opened.call:
                    whose = f"{self.name} does not wait for its handler here: its"
                raise refused(f"{whose} catch sees no error of it.", self.home, put.call)
            self.chosen[id(statement)] = Chosen(statement, statement.block.body)
            return ends
        return ends and (catch is None or catches)

    def _only(self, statements: Sequence[c.Statement]) -> c.Statement | None:
        """The one statement that is left of several."""
        left = [each for each in statements if each not in self.dropped]
        if len(left) != 1:
            return None
        chosen = self.chosen.get(id(left[0]))
        return self._only(chosen.statements) if chosen is not None else left[0]

    # ------------------------------------------------------------------- calls

    def _put_statement(self, statement: c.Statement, here: bool, if_ends: bool) -> Put | None:
        match statement:
            case c.Return(value=value) if value is not None:
                return self._put(statement, value, is_return=True, here=if_ends)
            case c.ExpressionStatement(expression=expression):
                put = self._put(statement, expression, is_return=False, here=here)
                if put is not None and not here and put.guest.returns:
                    if self.opened is not None and put.call is self.opened.call:
                        raise self.works_on()
                    raise refused("The handler goes on after it has answered here.", self.home, put.call)
                return put
            case _:
                return None

    @property
    def returns(self) -> bool:
        """Whether it returns somewhere before its end."""
        own = (code for code in c.walk_own(self.function) if isinstance(code, c.Return))
        return not isinstance(self.function.body, c.Block) or any(self.is_live(each) for each in own)

    def _put(self, at: c.Code, value: c.Expression, *, is_return: bool, here: bool = True) -> Put | None:
        bare = c.bare(value)
        waits = isinstance(bare, c.Await)
        call = c.bare(bare.value) if isinstance(bare, c.Await) else bare
        if not isinstance(call, c.Call):
            return None
        guest = self._guest(call)
        if guest is None:
            return None
        return Put(at, call, guest, is_return, waits, is_return and not here and not guest.ends)

    def _guest(self, call: c.Call) -> Body | None:
        weaving = self.weaving
        if self.opened is not None and call is self.opened.call:
            return weaving.body(self.chain, self.index + 1, self.above)
        if not any(self._is_response(argument) for argument in call.arguments) or len(self.above) > _DEEPEST:
            return None
        looked = self.decider.looked_up(call.callee)
        if looked is not None:
            chain = chain_of(weaving.project, looked.module, looked.value)
        elif isinstance(c.bare(call.callee), (c.Name, c.Call)):
            chain = chain_of(weaving.project, self.home, call.callee)
        else:
            chain = None
        if chain is None or chain.function in self.above or (chain.function is None and not chain.wrappers):
            return None
        if chain.module.path != weaving.target.path:
            weaving.brought[chain.module.path] = chain.module
        return weaving.body(chain, 0, self.above)

    def _is_response(self, argument: c.Expression | c.Spread) -> bool:
        bare = c.bare(argument)
        binding = self.home.scopes.binding(bare) if isinstance(bare, c.Name) else None
        if binding is None or binding.kind != "parameter":
            return False
        return (binding.function is self.function and binding.index == 1) or binding.name in ("res", "response")

    # -------------------------------------------------------------- conditions

    def _simplify(self, test: c.Expression) -> None:
        """``req.method !== 'POST' || !session``, of which one side is known."""
        match c.bare(test):
            case c.Binary(operator="&&" | "||", left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    if self.decider.decide(side) is not None:
                        self.picked.append((test, other))
                        return
                self._simplify(left)
                self._simplify(right)
            case _:
                pass

    def _pick(self) -> None:
        """``req.method === 'POST' ? a : b``"""
        for code in c.walk_own(self.function):
            if isinstance(code, c.Conditional) and self.is_live(code):
                decided = self.decider.decide(code.test)
                if decided is not None:
                    self.picked.append((code, code.then if decided else code.otherwise))

    def _drop_unused(self) -> None:
        """Functions and maps declared inside, which nothing calls any more."""
        if not self.is_woven:
            return
        calls = [put.call.callee.span for put in self.puts]
        for statement in (each for each in self.function.statements if each not in self.dropped):
            match statement:
                case c.FunctionDeclaration(function=c.Function(name=c.Name() as name)):
                    pass
                case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=value),)) if isinstance(
                    c.bare(value) if value is not None else None, (c.Function, c.Object)
                ):
                    pass
                case _:
                    continue
            binding = self.home.scopes.binding(name)
            references = binding.references if binding is not None else []
            is_gone = [not self.is_live(each) or any(span.contains(each.span) for span in calls) for each in references]
            if references and all(is_gone):
                self.dropped.append(statement)
