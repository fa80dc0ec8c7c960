"""One method of a handler as a single function: its wrappers, the choice by method and the functions that answer.

Each is read first (``Body.scan``: what runs for the method, and which calls lead on), then named (``woven_names``),
then written into the one around it (``woven_text``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.api_routes.carrying import Carrying
from turnout.conversions.endpoint_to_action.api_routes.woven_rest import Chosen, Rest
from turnout.conversions.endpoint_to_action.ground.chains import Chain, chain_of
from turnout.conversions.endpoint_to_action.ground.needed import importer_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.answering import answers, is_answer, is_response, is_unheard
from turnout.conversions.endpoint_to_action.handlers.dispatch import Decider, Options
from turnout.conversions.endpoint_to_action.handlers.session_helpers import SessionHelper, session_helper
from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import Opened, open_maker, open_wrapper
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
    others: list[str] = field(default_factory=list[str])
    """Other files whose functions answer."""
    taken: set[str] = field(default_factory=set[str])
    """Names that a new one must not have."""

    def body(self, chain: Chain, index: int, above: Sequence[Body]) -> Body:
        """The wrapper at a place of a chain, or the function behind the last."""
        if index == len(chain.wrappers):
            assert chain.function is not None
            return Body(self, chain.module, chain.function, None, chain, index, above)
        module, wrapper = chain.wrappers[index]
        is_maker = chain.function is None and index == len(chain.wrappers) - 1
        opened = (open_maker if is_maker else open_wrapper)(self.project, module, wrapper, self.at)
        if opened.front:
            raise refused(
                f"What the wrapper {opened.name}() does with its handler can't be told.", opened.module, opened.front[0]
            )
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


class Body(Rest):
    """One function of those, read for the method."""

    def __init__(
        self,
        weaving: Weaving,
        home: Module,
        function: c.Function,
        opened: Opened | None,
        chain: Chain,
        index: int,
        above: Sequence[Body],
    ) -> None:
        self.weaving = weaving
        self.opened = opened
        """What is known of it where it is a wrapper."""
        self.chain = chain
        self.index = index
        self.above: tuple[Body, ...] = (*above, self)
        """Those that it is written into, and itself."""
        self.options: Options = _options(opened, chain.wrappers[index][0]) if opened is not None else {}
        super().__init__(home, function, Decider(home, function, weaving.method, self.options))
        self.puts: list[Put] = []
        self.helpers: list[SessionHelper] = []
        """Calls that ask for the session by way of a function that takes the request."""
        self.answered: set[int] = set()
        """Statements behind which nothing counts, though control goes on."""
        self.left: list[c.Throw] = []
        """Errors behind an answer, which nobody hears: control leaves there."""
        self.nested = self.tries = 0
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
        return bool(self.puts or self.helpers or self.picked or self.told) or self.is_nested

    @property
    def bodies(self) -> Iterator[Body]:
        """Itself and all that is written into it."""
        yield self
        for put in self.puts:
            yield from put.guest.bodies

    # ----------------------------------------------------------------- reading

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
        self.pick()
        self.tell()
        calls = (code for code in c.walk_own(self.function) if isinstance(code, c.Call) and self.is_live(code))
        found = (session_helper(self.weaving.project, self.home, call) for call in calls)
        self.helpers = [each for each in found if each is not None]
        if self.is_woven:
            self.drop_unused([put.call for put in self.puts])
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
            if not self._statement(statement, self._leaves(rest, here), if_ends):
                continue
            gone = [each for each in rest if not isinstance(each, (c.FunctionDeclaration, c.Empty, c.Break))]
            if gone and isinstance(gone[0], c.Return) and gone[0].value is None:
                self.answered.discard(id(statement))
                gone = gone[1:]
            elif gone and isinstance(gone[0], c.Throw):
                self.is_nested = True
                self.left.append(gone[0])
                gone = gone[1:]
            # Only a reading that knows what an answer is sees that nothing behind it counts.
            self.is_nested |= bool(gone) and any(id(each) in self.answered for each in c.walk(statement))
            self.dropped += gone
            return True
        return False

    def _leaves(self, rest: Sequence[c.Statement], here: bool) -> bool:
        """Whether control leaves the function by these statements, without doing anything on the way."""
        for each in rest:
            is_quiet = self._unheard(each)
            if (is_quiet and not isinstance(each, c.ExpressionStatement)) or self._is_return(each):
                return True
            if not is_quiet and not self._vanishes(each):
                return False
        return here

    def _check_length(self, chain: Chain, call: c.Call) -> None:
        """Refuses to write a long function once more that others need, too."""
        function, module = chain.function, chain.module
        if function is None or len(function.statements) <= _MOST:
            return
        statement = next(each for each in module.body if each.span.contains(function.span))
        importer = importer_of(self.weaving.project, module, statement, self.weaving.target.path)
        if importer is not None:
            name = c.dotted(call.callee) or "The function"
            raise refused(
                f"{name}() answers for {importer}, too: all of it would stand in two places.", self.home, call
            )

    def _is_return(self, statement: c.Statement) -> bool:
        return isinstance(statement, c.Return) and statement.value is None

    def _unheard(self, statement: c.Statement) -> bool:
        if isinstance(statement, c.Throw) and self.tries:
            return False
        return is_unheard(self.home, self.function, statement)

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
            if here and not put.is_return and put.guest.ends:
                self.answered.add(id(statement))
                return True
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
                self.simplify(test)
                ends = [self._branch(each, here) for each in (then, otherwise) if each is not None]
                self.nested -= 1
                return all(ends) and otherwise is not None
            case c.ExpressionStatement() if here and is_answer(self.home, self.function, statement):
                self.answered.add(id(statement))
                return True
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
        self.tries += 1
        catch, finalizer = statement.handler, statement.finalizer
        catches = catch is not None and self._statements(catch.body, here, here)
        behind = if_ends if catch is None or catches else here
        ends = self._statements(statement.block.body, here, behind)
        if finalizer is not None:
            self._statements(finalizer.body, False, False)
        self.nested -= 1
        self.tries -= 1
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
                    return None
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
        is_handed = any(is_response(self.home, self.function, argument) for argument in call.arguments)
        if not is_handed or len(self.above) > _DEEPEST:
            return None
        looked = self.decider.looked_up(call.callee)
        if looked is not None:
            chain = chain_of(weaving.project, looked.module, looked.value)
        elif isinstance(c.bare(call.callee), (c.Name, c.Call)):
            chain = chain_of(weaving.project, self.home, call.callee)
        else:
            chain = None
        if (
            chain is None
            or any(each.function is chain.function for each in self.above)
            or (chain.function is None and not chain.wrappers)
        ):
            return None
        if not chain.wrappers and chain.function is not None and not answers(chain.module, chain.function):
            return None
        if chain.module.path != weaving.target.path:
            weaving.others.append(chain.module.path)
            self._check_length(chain, call)
        return weaving.body(chain, 0, self.above)


def _options(opened: Opened, user: Module) -> Options:
    found: dict[int, tuple[Module, c.Expression]] = {}
    for parameter, argument in opened.options:
        binding = opened.module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
        if binding is not None and argument is not None:
            found[id(binding)] = (user, argument)
    return found
