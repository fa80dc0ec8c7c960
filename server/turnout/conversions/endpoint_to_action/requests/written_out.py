"""Requests made by axios or by the project's own functions, written out: from then on they are plain fetches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.api_routes.apart import Apart
from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, call_of
from turnout.conversions.endpoint_to_action.callers.callers import aim_of
from turnout.conversions.endpoint_to_action.callers.received import Senders
from turnout.conversions.endpoint_to_action.ground.known_texts import KnownTexts
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.requests.alternatives import asks_one_of, is_parting, url_of
from turnout.conversions.endpoint_to_action.requests.axios import is_axios
from turnout.conversions.endpoint_to_action.requests.branching import Branched, branched
from turnout.conversions.endpoint_to_action.requests.given_back import written_back
from turnout.conversions.endpoint_to_action.requests.one_round import steps_or_body, written
from turnout.conversions.endpoint_to_action.requests.response_helpers import helper_edits
from turnout.conversions.endpoint_to_action.requests.result_readers import ResultReader, result_reader
from turnout.conversions.endpoint_to_action.requests.seen_through import Behind, behind
from turnout.conversions.endpoint_to_action.requests.senders import (
    Twin,
    new_twin,
    twin_beside,
    without_first,
)
from turnout.conversions.endpoint_to_action.requests.usual_words import usual_edits
from turnout.conversions.imports import change_imports, unused_imports
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit, apply_edits
from turnout.text.rewriting import Rewriting
from turnout.text.span import Span

_ROUNDS = 8
"""A function may call another of the project's, and hand the response to a third."""


_HOW = ("call", "axios", "fetch", "swr-mutation", "request-object")


@dataclass(frozen=True)
class WrittenOut:
    """The project as it would be with those requests written out."""

    project: Snapshot
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict[str, tuple[Edit, ...]])
    unused: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Imported names that only the calls used."""
    notes: tuple[str, ...] = ()
    apart: Mapping[str, Apart] = field(default_factory=dict[str, Apart])
    """The API routes whose methods stand behind their files as functions of their own."""
    moved: frozenset[str] = frozenset()
    """Files whose own functions are different now: their edits count even where nothing is called."""
    senders: Senders = field(default_factory=dict[tuple[str, str], CallSite])
    """The functions that are given a request to send."""

    def joined(self, project: Snapshot, path: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Edits of the text written out, as edits of the text as it is."""
        made = tuple(edits)
        source = project.source(path)
        if path not in self.edits or source is None:
            return made
        text = Rewriting(source.data)
        text.edit(self.edits[path])
        text.edit(made)
        return text.edits

    def placed(self, project: Snapshot, refusal: Refusal) -> Refusal:
        """A refusal with its place in the text as it is."""
        if refusal.path is None or refusal.span is None or refusal.path not in self.edits:
            return refusal
        source = project.source(refusal.path)
        if source is None:
            return refusal
        text = Rewriting(source.data)
        text.edit(self.edits[refusal.path])
        start, end = (text.before(offset) for offset in refusal.span)
        return replace(refusal, span=Span(start, max(start, end)))


def calls_to_write_out(project: Snapshot, entry: Entry) -> tuple[Caller, ...]:
    """The callers that leave the request itself to axios or to a function of the project."""
    return tuple(
        caller
        for caller in project.callers(entry)
        if caller.how in ("call", "axios") and caller.side == "client" and "pages" not in caller.routers
    )


def write_out(
    project: Snapshot, entries: Sequence[Entry], begun: WrittenOut, besides: Collection[str] = ()
) -> WrittenOut:
    """Write the calls of some endpoints out, on from what has ``begun``, but for those in some files.

    Refuses a function that can't be followed.
    """
    writing = _WritingOut(project, besides)
    writing.take_over(begun)
    for _ in range(_ROUNDS):
        writing.branches(entries)
        is_moved = writing.moved(entries)
        writing.twins(entries)
        is_handed = writing.handed(entries)
        if not writing.calls(entries) and not is_moved and not is_handed:
            break
    writing.clear()
    return writing.done


class _WritingOut:
    """The project as it is written out so far."""

    def __init__(self, project: Snapshot, besides: Collection[str]) -> None:
        self.before = project
        self.project = project
        self.besides = besides
        self.texts: dict[str, Rewriting] = {}
        self.unused: dict[str, frozenset[str]] = {}
        self.notes: list[str] = []
        self.apart: dict[str, Apart] = {}
        self.homes: set[str] = set()
        self.twin_of: dict[tuple[str, str], Twin] = {}
        self.senders: dict[tuple[str, str], CallSite] = {}
        self.behind: list[tuple[str, str, str]] = []
        """Twins by their file, with the name of what each was made of."""

    @property
    def done(self) -> WrittenOut:
        texts = {path: text.edits for path, text in self.texts.items()}
        homes = frozenset(self.homes)
        return WrittenOut(self.project, texts, self.unused, tuple(self.notes), self.apart, homes, self.senders)

    def take_over(self, begun: WrittenOut) -> None:
        """Go on from there."""
        for path, edits in begun.edits.items():
            source = self.before.source(path)
            assert source is not None
            self.texts.setdefault(path, Rewriting(source.data)).edit(edits)
        self.notes += begun.notes
        self.project = begun.project
        self.apart.update(begun.apart)
        self.homes.update(begun.edits)

    def put(self, project: Snapshot, module: Module, edits: Iterable[Edit], unused: frozenset[str]) -> None:
        """Take over what was written of a file."""
        path = module.path
        self.unused[path] = self.unused.get(path, frozenset()) | unused
        self.texts.setdefault(path, Rewriting(module.source.data)).edit(edits)
        self.project = project

    def branches(self, entries: Sequence[Entry]) -> None:
        """Requests that choose between endpoints, one for each case."""
        tried: set[tuple[str, str]] = set()
        while True:
            found = next(self.undivided(entries, tried), None)
            if found is None:
                return
            module, made = found
            source = replace(module.source, data=apply_edits(module.source.data, made.edits))
            supposed = self.project.supposing(source)
            if made.is_choice and not is_parting(supposed, module.path, made.place):
                continue  # All cases ask the same endpoint.
            if made.is_choice and not asks_one_of(supposed, module.path, made.place, entries):
                continue  # All cases ask others.
            self.put(supposed, module, made.edits, unused_imports(module, made.gone))
            self.notes += made.notes

    def undivided(self, entries: Sequence[Entry], tried: set[tuple[str, str]]) -> Iterator[tuple[Module, Branched]]:
        """The next request that may choose."""
        for caller in (each for entry in entries for each in self.project.callers(entry)):
            is_request = self.is_rewritable(caller) and caller.how != "swr-mutation"
            module = self.project.module(caller.path) if is_request else None
            if module is None or module.errors:
                continue
            call = call_of(module, caller)
            url = url_of(call, caller) if call is not None else None
            if call is None or url is None or (key := (caller.path, module.source.text(call.span))) in tried:
                continue
            tried.add(key)
            style = Style.of(module.source)
            made = branched(module, call, url, _no_texts, style)
            # A URL that is clear as it stands, or in each of its cases, keeps its parameters.
            if not caller.is_sure and (made is None or not self.is_clear(module, made)):
                made = branched(module, call, url, KnownTexts(self.project), style)
            if made is not None:
                yield module, made

    def is_clear(self, module: Module, made: Branched) -> bool:
        """Whether each case of a request surely asks one endpoint."""
        source = replace(module.source, data=apply_edits(module.source.data, made.edits))
        targets = self.project.supposing(source).targets(module.path)
        return all(len(each.entries) == 1 for each in targets if made.place.contains(each.request.span))

    def moved(self, entries: Sequence[Entry]) -> bool:
        """The first function that gives a response back: its calls make the request; whether there was one."""
        for path, callers in self.by_path(entries).items():
            module = self.project.module(path)
            if module is None or module.errors:
                continue
            for caller in callers:
                request = call_of(module, caller) if caller.how == "fetch" else None
                if request is None or not (found := written_back(self.project, module, request)):
                    continue
                if any(other in self.besides for other in found):
                    continue
                for other, edits in found.items():
                    home = self.project.module(other)
                    assert home is not None
                    source = replace(home.source, data=apply_edits(home.source.data, edits))
                    self.put(self.project.supposing(source), home, edits, frozenset())
                    self.homes.add(other)
                return True
        return False

    def twins(self, entries: Sequence[Entry]) -> None:
        """The twins of functions that do more than to request, right behind them."""
        while (found := self.twinless(entries)) is not None:
            module, home = found
            new = new_twin(home, module)
            self.twin_of[home.home.path, new.twin.name] = new.twin
            self.behind.append((home.home.path, new.twin.of, new.twin.name))
            if new.edits:
                source = replace(home.home.source, data=apply_edits(home.home.source.data, new.edits))
                self.put(self.project.supposing(source), home.home, new.edits, frozenset())
                self.homes.add(home.home.path)

    def handed(self, entries: Sequence[Entry]) -> bool:
        """The twins of functions that read a response; whether there were any."""
        changed = False
        while (found := self.unread(entries)) is not None:
            module, made = found
            changed = True
            self.senders[module.path, made.called] = made.site
            self.behind.append((made.home.path, made.of, made.name))
            for each, edits in ((made.home, made.home_edits), (module, made.edits)):
                if edits:
                    source = replace(each.source, data=apply_edits(each.source.data, edits))
                    self.put(
                        self.project.supposing(source), each, edits, made.unused if each is module else frozenset()
                    )
            if made.home_edits:
                self.homes.add(made.home.path)
        return changed

    def unread(self, entries: Sequence[Entry]) -> tuple[Module, ResultReader] | None:
        """The first call of a function that is given a response and can't be written out, and its file."""
        asking = ((asked, each) for asked in entries for each in self.project.callers(asked))
        for entry, caller in asking:
            if caller.how == "fetch" and self.is_rewritable(caller):
                module = self.project.module(caller.path)
                request = call_of(module, caller) if module is not None and not module.errors else None
                if module is None or request is None or usual_edits(module, request):
                    continue
                if aim_of(self.project, entry, caller) == "elsewhere":
                    continue
                if helper_edits(self.project, module, request).edits:
                    continue
                made = result_reader(self.project, module, request, self.senders)
                if made is not None and made.home.path not in self.besides:
                    return module, made
        return None

    def twinless(self, entries: Sequence[Entry]) -> tuple[Module, Behind] | None:
        """The first function that needs a twin and has none yet, and a file that calls it."""
        for path, callers in self.by_path(entries).items():
            module = self.project.module(path)
            for caller in callers if module is not None and not module.errors else ():
                call = call_of(module, caller) if module is not None and caller.how == "call" else None
                if module is None or call is None or is_axios(self.project, module, call):
                    continue
                try:
                    steps_or_body(self.project, module, call)
                except Refused:
                    found = behind(self.project, module, call)
                    if found is not None and twin_beside(found, self.twin_of) is None:
                        return module, found
        return None

    def clear(self) -> None:
        """Take out the functions that only their twins are left of."""
        for path, of, twin in self.behind:
            edits = without_first(self.project, path, of, twin)
            home = self.project.module(path)
            if edits and home is not None:
                source = replace(home.source, data=apply_edits(home.source.data, edits))
                self.put(self.project.supposing(source), home, edits, frozenset())

    def is_rewritable(self, caller: Caller) -> bool:
        return (
            caller.how in _HOW
            and caller.side == "client"
            and "pages" not in caller.routers
            and caller.path not in self.besides
        )

    def by_path(self, entries: Sequence[Entry]) -> dict[str, list[Caller]]:
        found: dict[str, list[Caller]] = {}
        for caller in (each for entry in entries for each in self.project.callers(entry)):
            if self.is_rewritable(caller):
                found.setdefault(caller.path, []).append(caller)
        return found

    def calls(self, entries: Sequence[Entry]) -> bool:
        """Calls of axios and of the project's own functions; whether there were any."""
        changed = False
        for path, callers in self.by_path(entries).items():
            module = self.project.module(path)
            if module is None or module.errors:
                continue
            try:
                made = written(self.project, module, callers, self.twin_of)
            except Refused as given_up:
                raise Refused(self.done.placed(self.before, given_up.refusal)) from given_up
            if not made.edits:
                continue
            changed = True
            self.senders.update(made.senders)
            imported = change_imports(module, add=made.imports)
            unused = unused_imports(module, made.calls) - {each.local or each.name for each in made.imports}
            edits = sorted([*imported.edits, *made.edits])
            source = replace(module.source, data=apply_edits(module.source.data, edits))
            self.put(self.project.supposing(source), module, edits, unused)
        return changed


def _no_texts(_: Module, __: Binding) -> None:
    return None
