"""What a handler takes out of its path, ``url.pathname.split('/').pop()``: a segment, or the whole path as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.ground.path_text import path_text
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.model.scope import Binding
from turnout.project.routes import Segment
from turnout.syntax.write import Style

_NOTE = "{name} came out of the path, where special characters are escaped; the action gets it as it is."


@dataclass
class PathReader:
    """Puts what is known of the URL in place of what was read of it."""

    reading: Reading
    reads: list[tuple[str, c.Expression]] = field(default_factory=list[tuple[str, c.Expression]])
    """The segments that are taken out."""
    wholes: list[c.Expression] = field(default_factory=list[c.Expression])

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self.reading.path

    def path(self, path: c.Expression) -> None:
        """``url.pathname``"""
        if not self.segments:
            raise self.unknown(path)
        above = self.reading.above(path)
        match above:
            case c.Member(name="split"):
                self.split(above, first=1)
            case c.Declarator(pattern=c.Name() as name) if self.reading.is_alone(above):
                self.reading.drop(above)
                for use in self.reading.references(self.constant(name, path)):
                    self.path(use)
            case _:
                self.wholes.append(path)

    def whole_url(self, url: c.Expression) -> None:
        """``request.url.split('/').pop()``: what is before the path is not known."""
        above = self.reading.above(url)
        if not isinstance(above, c.Member) or above.name != "split" or not self.segments:
            raise self.unknown(url)
        self.split(above, first=None)

    def settle(self, local_of: Callable[[str], str]) -> None:
        """The path as text, when it is known what its segments are called."""
        style = Style.of(self.reading.module.source)
        for whole in self.wholes:
            names = {each.name: local_of(each.name) for each in self.segments if each.kind == "dynamic"}
            self.reading.put(whole, path_text(self.segments, names, style))

    # ------------------------------------------------------------------- pieces

    def split(self, split: c.Member, first: int | None) -> None:
        """``path.split('/')``, whose piece ``first`` is the first segment."""
        call = self.reading.above(split)
        argument = call.arguments[0] if isinstance(call, c.Call) and len(call.arguments) == 1 else None
        if not isinstance(call, c.Call) or not isinstance(argument, c.String) or argument.value != "/":
            raise self.unknown(split)
        above = self.reading.above(call)
        if isinstance(above, c.Member) and above.name == "filter" and first is not None:
            call = self.reading.above(above)
            if not isinstance(call, c.Call) or len(call.arguments) != 1 or c.dotted(call.arguments[0]) != "Boolean":
                raise self.unknown(split)
            first -= 1
        self.pieces(call, first, is_alone=True)

    def pieces(self, pieces: c.Expression, first: int | None, *, is_alone: bool) -> None:
        above = self.reading.above(pieces)
        match above:
            case c.Declarator(pattern=c.Name() as name) if self.reading.is_alone(above):
                self.reading.drop(above)
                uses = list(self.reading.references(self.constant(name, pieces)))
                lengths = [each for each in uses if self.is_length(each)]
                for use in (each for each in uses if each not in lengths):
                    self.pieces(use, first, is_alone=len(uses) == 1)
            case c.Index(object=below, index=index) if below is pieces:
                self.piece(above, self.number(index, first), pieces)
            case c.Member(name="at" | "pop" as name):
                call = self.reading.above(above)
                if not isinstance(call, c.Call) or (name == "pop" and not is_alone):
                    raise self.unknown(pieces)
                given = call.arguments[0] if call.arguments else None
                number = -1 if name == "pop" else None
                if given is not None and not isinstance(given, c.Spread):
                    number = self.number(given, first)
                self.piece(call, number, pieces)
            case _:
                raise self.unknown(pieces)

    def is_length(self, name: c.Name) -> bool:
        """``parts.length`` in ``parts[parts.length - 1]``"""
        member = self.reading.above(name)
        minus = self.reading.above(member) if isinstance(member, c.Member) and member.name == "length" else None
        index = self.reading.above(minus) if isinstance(minus, c.Binary) and minus.operator == "-" else None
        below = index.object if isinstance(index, c.Index) and index.index is minus else None
        return isinstance(below, c.Name) and below.name == name.name

    def number(self, index: c.Expression, first: int | None) -> int | None:
        """Which segment an index means, from the end when it is negative."""
        match c.bare(index):
            case c.Number(text=text) if text.isdigit() and first is not None and int(text) >= first:
                return int(text) - first
            case c.Binary(operator="-", left=c.Member(name="length"), right=c.Number(text=text)) if text.isdigit():
                return -int(text)
            case c.Unary(operator="-", operand=c.Number(text=text)) if text.isdigit():
                return -int(text)
            case _:
                return None

    def piece(self, code: c.Expression, number: int | None, at: c.Expression) -> None:
        size = len(self.segments)
        if number is None or not -size <= number < size:
            raise self.unknown(at)
        segment = self.segments[number]
        if segment.kind == "dynamic":
            self.reads.append((segment.name, code))
            self.reading.inputs.notes.append(_NOTE.format(name=segment.name))
        else:
            self.reading.put(code, Style.of(self.reading.module.source).string(segment.name))

    # --------------------------------------------------------------------- names

    def constant(self, name: c.Name, at: c.Expression) -> Binding:
        binding = self.reading.module.scopes.binding(name)
        if binding is None or binding.writes:
            raise self.unknown(at)
        return binding

    def unknown(self, at: c.Code) -> Refused:
        return refused("The handler uses the URL of its request.", self.reading.module, at)
