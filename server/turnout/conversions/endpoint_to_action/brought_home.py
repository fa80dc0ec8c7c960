"""A handler in a file of its own, ``export { save as POST } from '@/server/save'``, written into the endpoint's file.

Nothing else may need that file: it goes, and the handler moves on from there as if it had always been at home.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.api_routes.apart import Writing, written_apart
from turnout.conversions.endpoint_to_action.api_routes.carrying import is_same_name
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.planned import Plan
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.conversions.endpoint_to_action.wrappers.wrapper_called import wrapper_called
from turnout.conversions.imports import change_imports, rebased
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import removed
from turnout.text.edits import Edit, apply_edits
from turnout.text.rewriting import Rewriting
from turnout.text.span import Span


@dataclass(frozen=True)
class Brought:
    """A file whose text stands in the endpoint's now."""

    path: str
    text: Rewriting


@dataclass(frozen=True)
class Home:
    """The project with the handler of an endpoint in the endpoint's own file."""

    entry: Entry
    written: WrittenOut
    brought: tuple[Brought, ...] = ()
    """Where the handler came from, or the functions that answer for it; nothing when they were at home."""
    at: Span | None = None
    """Where the endpoint's file has it from."""
    stays: str = ""
    """Why no part of the endpoint's file can stay."""
    before: Snapshot | None = None
    """The project before its methods were written apart."""

    @property
    def path(self) -> str | None:
        """Where the handler came from; None when it was at home."""
        return self.brought[0].path if self.brought else None

    def placed(self, refusal: Refusal) -> Refusal | None:
        """A refusal with its place in the file that the handler came from; None when it is about something else."""
        path = self.entry.path
        apart, source = self.written.apart.get(path), self.written.project.source(path)
        if refusal.path != path or refusal.span is None or source is None:
            return None
        if apart is not None and self.before is not None:
            found = apart.placed(self.before, source.data, refusal)
            if found is not None:
                return replace(self, before=None).placed(found) or found
        for each in self.brought:
            begins = source.data.find(each.text.data)
            start, end = refusal.span.start - begins, refusal.span.end - begins
            if begins >= 0 and start >= 0 and end <= len(each.text.data):
                return replace(refusal, path=each.path, span=Span(each.text.before(start), each.text.before(end)))
        return None

    def left(self, plan: Plan) -> Refusal | None:
        """What stays in an endpoint's file stays where it is, too: then its handlers have to part first."""
        for file in plan.files:
            if self.stays and file.module.path == self.entry.path and not file.leaving.deletes:
                return Refusal(self.stays, self.entry.path, self.at)
        return None

    def rewritten(self, project: Snapshot, edits: Iterable[Edit]) -> tuple[Snapshot, tuple[Edit, ...]] | None:
        """More edits of the endpoint's file as it is by now: the project with them, and all edits of the file."""
        path = self.entry.path
        source = project.source(path)
        if source is None:
            return None
        text = Rewriting(source.data)
        text.edit(self.written.edits.get(path, ()))
        text.edit(edits)
        return self.written.project.supposing(replace(source, data=text.data)), text.edits


def brought_home(project: Snapshot, entry: Entry) -> tuple[Home, ...]:
    """Write the handler where the endpoint is, and the methods of an API route apart, where they can be.

    Where other files answer for it that nothing else needs: first with these at home, then without.
    """
    try:
        home = at_home(project, entry)
    except Refused:
        return (Home(entry, WrittenOut(project)),)
    if home.entry.kind == "route-handler":
        return (_called(project, home),)
    writing = written_apart(home.written.project, home.entry)
    if writing is None:
        return (home,)
    whole = _with_guests(project, home, _files(project, home.entry, writing))
    written_whole = written_apart(whole.written.project, whole.entry) if whole is not home else None
    alone = _apart(project, home, writing)
    return (_apart(project, whole, written_whole), alone) if written_whole is not None else (alone,)


def also_home(begun: WrittenOut, entry: Entry) -> WrittenOut:
    """The methods of another API route apart, one that callers ask instead."""
    writing = written_apart(begun.project, entry) if entry.path not in begun.edits else None
    source = begun.project.source(entry.path)
    if writing is None or source is None:
        return begun
    begins = len(source.data)
    edit = Edit(Span(begins, begins), writing.text)
    supposed = begun.project.supposing(replace(source, data=apply_edits(source.data, (edit,))))
    edits = {**begun.edits, entry.path: (edit,)}
    return replace(begun, project=supposed, edits=edits, apart={**begun.apart, entry.path: writing.at(begins, begins)})


def _apart(project: Snapshot, home: Home, writing: Writing) -> Home:
    path, before = home.entry.path, home.written.project
    source = before.source(path)
    begins = len(source.data) if source is not None else 0
    made = home.rewritten(project, [Edit(Span(begins, begins), writing.text)])
    again = _again(made[0], home.entry) if made is not None else None
    if made is None or again is None:
        return home
    guests = [source.data.find(each.text.data) for each in home.brought] if source is not None else []
    visiting = min(guests, default=begins) if not home.stays else begins
    if visiting < begins and source is not None:
        visiting -= len(source.newline)
    apart = writing.at(begins, visiting)
    written = WrittenOut(made[0], {**home.written.edits, path: made[1]}, apart={path: apart})
    return replace(home, entry=again, written=written, before=before)


def _files(project: Snapshot, entry: Entry, writing: Writing) -> Iterator[str]:
    """The other files that answer for the methods that callers ask for."""
    asked = {each.method for each in project.callers(entry) if each.side == "client"}
    yield from dict.fromkeys(path for method, others in writing.others.items() if method in asked for path in others)


def _with_guests(project: Snapshot, home: Home, files: Iterable[str]) -> Home:
    """With the files whose functions answer for it, as far as nothing else needs them."""
    for path in files:
        now = home.written.project
        module, other = now.module(home.entry.path), now.module(path)
        if module is None or other is None:
            continue
        try:
            more = _Bringing(now, home.entry, module, other, is_guest=True).done()
        except Refused:
            continue
        made = home.rewritten(project, more.written.edits[home.entry.path])
        if made is None:
            continue
        edits = {**home.written.edits, **more.written.edits, home.entry.path: made[1]}
        written = WrittenOut(more.written.project, edits)
        home = replace(more, written=written, brought=(*home.brought, *more.brought), stays=home.stays)
    return home


def _again(project: Snapshot, entry: Entry) -> Entry | None:
    return next((each for each in project.entries(entry.path) if each.symbol == entry.symbol), None)


def _called(project: Snapshot, home: Home) -> Home:
    """The handler of a route as a function that calls the wrappers around it, where these can't be taken apart."""
    path = home.entry.path
    try:
        called = wrapper_called(home.written.project, home.entry)
    except Refused:
        return home
    made = home.rewritten(project, called.edits) if called is not None else None
    again = _again(made[0], home.entry) if made is not None else None
    if called is None or made is None or again is None:
        return home
    written = WrittenOut(made[0], {**home.written.edits, path: made[1]}, notes=(called.note,))
    return replace(home, entry=again, written=written)


def at_home(project: Snapshot, entry: Entry) -> Home:
    """The handler where the endpoint is; refuses when others need the file that it is in."""
    module = project.module(entry.path)
    found = project.implementation(entry)
    if module is None or found is None or found[0].path == entry.path:
        return Home(entry, WrittenOut(project))
    return _Bringing(project, entry, module, found[0]).done()


@dataclass
class _Bringing:
    project: Snapshot
    entry: Entry
    module: Module
    home: Module
    is_guest: bool = False
    """Whether the file holds functions that the handler calls, not the handler."""
    gone: list[Span] = field(default_factory=list[Span])
    """Statements of the endpoint's file that only export what is in the other."""
    lost: set[str] = field(default_factory=set[str])
    """Names that the endpoint's file imports no more."""
    known: set[str] = field(default_factory=set[str])
    """Names that it imports already, as the other file does."""
    behind: list[str] = field(default_factory=list[str])
    """Statements that give what comes its names here."""
    anonymous: str | None = None
    """What the endpoint calls a default export that has no name of its own."""
    keeps_default: bool = False

    def done(self) -> Home:
        self.check_others()
        self.imported()
        self.exported()
        self.check_names()
        whole_file = Span(0, len(self.home.source.data))
        text = Rewriting(self.home.source.data)
        if self.known:
            text.edit(change_imports(self.home, remove=self.known).edits)
            less = self.project.supposing(replace(self.home.source, data=text.data)).module(self.home.path)
            self.home = less if less is not None else self.home
        text.edit(self.edits())
        newline = "\r\n" if b"\r\n" in self.home.source.data else "\n"
        cut = (*change_imports(self.module, remove=self.lost).edits, *removed(self.module.source, self.gone))
        before = Rewriting(self.module.source.data)
        before.edit(cut)
        whole = newline.join(["", text.data.decode("utf-8", "replace"), *self.behind, ""])
        before.edit([Edit(Span(len(before.data), len(before.data)), whole)])
        edits = {
            self.entry.path: before.edits,
            self.home.path: (Edit(whole_file, ""),),
        }
        project = self.project
        for path, made in edits.items():
            source = self.module.source if path == self.entry.path else self.home.source
            data = apply_edits(source.data, made) if path == self.entry.path else b""
            project = project.supposing(replace(source, data=data))
        again = [each for each in project.entries(self.entry.path) if each.symbol == self.entry.symbol]
        supposed = project.module(self.entry.path)
        if len(again) != 1 or supposed is None or supposed.errors:
            raise self.elsewhere()
        stays = f"The handler itself is in {self.home.path}, together with one that stays: give each a file of its own "
        written = WrittenOut(project, edits)
        brought = (Brought(self.home.path, text),)
        return Home(again[0], written, brought, self.entry.span, "" if self.is_guest else stays + "first.")

    def elsewhere(self, why: str = "") -> Refused:
        return refused(f"The handler itself is in {self.home.path}{why}.", self.module, self.entry.span)

    # ------------------------------------------------------------------ checks

    def check_others(self) -> None:
        """Nothing but this endpoint may need the other file, nor may it be there for more."""
        path = self.home.path
        if self.home.errors or self.home.directives or self.project.entries(path):
            raise self.elsewhere()
        for other in self.project.paths():
            surface = self.project.surface(other)
            if surface is None or other in (path, self.entry.path):
                continue
            if any(self.project.resolve(other, each.source) == path for each in surface.imports):
                raise self.elsewhere(f", which {other} imports, too")
        own = self.project.surface(path)
        if own is None or any(self.project.resolve(path, each.source) == self.entry.path for each in own.imports):
            raise self.elsewhere()

    def check_names(self) -> None:
        """A name of both files must be an import of the same thing."""
        for name in set(_top_names(self.module)) & set(_top_names(self.home)):
            if name in self.lost:
                continue
            if not is_same_name(self.project, self.module, self.home, name):
                raise self.elsewhere(f', and both files have a "{name}"')
            (self.known if self.is_guest else self.lost).add(name)

    # ------------------------------------------------------------------- names

    def imported(self) -> None:
        """``import { save } from '…'; export const POST = save;``"""
        for imported in self.module.imports:
            if not self.is_home(imported.source.value):
                continue
            local, wanted = imported.local.name, imported.imported
            export = self.home.export(wanted) if wanted != "*" else None
            if export is None or export.source is not None:
                raise self.elsewhere()
            self.lost.add(local)
            if export.local is None:
                self.anonymous = local
            elif export.local.name != local:
                self.behind.append(f"const {local} = {export.local.name};")

    def exported(self) -> None:
        """``export { save as POST } from '…'``"""
        for statement in self.module.body:
            match statement:
                case c.ExportNamed(source=c.String(value=source), specifiers=specifiers) if self.is_home(source):
                    self.gone.append(statement.span)
                    for each in specifiers:
                        self.named(each)
                case c.ExportAll(source=c.String(value=source)) if self.is_home(source):
                    raise self.elsewhere()
                case _:
                    pass

    def named(self, specifier: c.ExportSpecifier) -> None:
        export = self.home.export(specifier.local.name)
        if export is None or export.source is not None:
            raise self.elsewhere()
        if specifier.local.name == specifier.exported:
            self.keeps_default = self.keeps_default or specifier.exported == "default"
        elif export.local is None:
            raise self.elsewhere()
        else:
            self.behind.append(f"export {{ {export.local.name} as {specifier.exported} }};")

    def is_home(self, source: str) -> bool:
        return self.project.resolve(self.module.path, source) == self.home.path

    # -------------------------------------------------------------------- text

    def edits(self) -> Iterator[Edit]:
        """What of the other file's text is different here."""
        for statement in self.home.body:
            match statement:
                case c.Import(source=source):
                    yield self.rebased(source)
                case c.ExportDefault(value=value) if not self.keeps_default:
                    yield self.default(statement, value)
                case c.ExportDeclaration(declaration=declaration) if self.is_guest:
                    yield Edit(Span(statement.span.start, declaration.span.start), "")
                case c.ExportNamed(source=None) if self.is_guest:
                    yield Edit(statement.span, "")
                case c.ExportNamed(source=None) | c.ExportDefault() | c.ExportDeclaration():
                    pass
                case c.ExportNamed() | c.ExportAll() | c.ExportAssign():
                    raise self.elsewhere()
                case _:
                    pass
            if not isinstance(statement, c.Import) and any(_is_relative(code) for code in c.walk(statement)):
                raise self.elsewhere(", and imports as it runs")

    def rebased(self, source: c.String) -> Edit:
        written = rebased(source.value, self.home.path, self.module.path)
        return Edit(Span(source.span.start + 1, source.span.end - 1), written)

    def default(self, statement: c.ExportDefault, value: c.Code) -> Edit:
        """``export default`` in front of what the endpoint exports itself."""
        if isinstance(value, c.Name):
            return Edit(statement.span, "")
        if self.anonymous is not None:
            return Edit(Span(statement.span.start, value.span.start), f"const {self.anonymous} = ")
        return Edit(Span(statement.span.start, value.span.start), "")


def _top_names(module: Module) -> Collection[str]:
    return [*module.top_level, *module.import_of]


def _is_relative(code: c.Code) -> bool:
    return isinstance(code, c.String) and code.value.startswith(("./", "../"))
