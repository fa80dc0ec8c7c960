"""A handler in a file of its own, ``export { save as POST } from '@/server/save'``, written into the endpoint's file.

Nothing else may need that file: it goes, and the handler moves on from there as if it had always been at home.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.apart import written_apart
from turnout.conversions.endpoint_to_action.planned import Plan
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.wrapper_called import wrapper_called
from turnout.conversions.endpoint_to_action.written_out import WrittenOut
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
class Home:
    """The project with the handler of an endpoint in the endpoint's own file."""

    entry: Entry
    written: WrittenOut
    path: str | None = None
    """Where the handler came from; None when it was at home."""
    text: Rewriting | None = None
    begins: int = 0
    """Where the text of that file begins now."""
    at: Span | None = None
    """Where the endpoint's file has it from."""
    stays: str = ""
    """Why no part of the endpoint's file can stay."""
    before: Snapshot | None = None
    """The project before its methods were written apart."""

    def placed(self, refusal: Refusal) -> Refusal | None:
        """A refusal with its place in the file that the handler came from; None when it is about something else."""
        apart = self.written.apart.get(self.entry.path)
        source = self.written.project.source(self.entry.path)
        if apart is not None and source is not None and self.before is not None and refusal.path == self.entry.path:
            found = apart.placed(self.before, source.data, refusal)
            if found is not None:
                return replace(self, before=None, written=replace(self.written, apart={})).placed(found) or found
        if self.text is None or refusal.path != self.entry.path or refusal.span is None:
            return None
        start, end = (offset - self.begins for offset in refusal.span)
        if start < 0 or end > len(self.text.data):
            return None
        return replace(refusal, path=self.path, span=Span(self.text.before(start), self.text.before(end)))

    def left(self, plan: Plan) -> Refusal | None:
        """What stays in an endpoint's file stays where it is, too: then its handlers have to part first."""
        for file in plan.files:
            if self.stays and file.module.path == self.entry.path and not file.leaving.deletes:
                return Refusal(self.stays, self.entry.path, self.at)
        return None


def brought_home(project: Snapshot, entry: Entry) -> Home:
    """Write the handler where the endpoint is, and the methods of an API route apart, where they can be."""
    try:
        home = at_home(project, entry)
    except Refused:
        return Home(entry, WrittenOut(project))
    if home.entry.kind == "route-handler":
        return _called(project, home)
    writing = written_apart(home.written.project, home.entry)
    source, before = project.source(entry.path), home.written.project
    if writing is None or source is None:
        return home
    text = Rewriting(source.data)
    text.edit(home.written.edits.get(entry.path, ()))
    begins = len(text.data)
    text.edit([Edit(Span(begins, begins), writing.text)])
    supposed = before.supposing(replace(source, data=text.data))
    again = next((each for each in supposed.entries(entry.path) if each.symbol == entry.symbol), None)
    if again is None:
        return home
    edits = {**home.written.edits, entry.path: text.edits}
    written = WrittenOut(supposed, edits, apart={entry.path: writing.at(begins)})
    return replace(home, entry=again, written=written, before=before)


def _called(project: Snapshot, home: Home) -> Home:
    """The handler of a route as a function that calls the wrappers around it, where these can't be taken apart."""
    path = home.entry.path
    try:
        called = wrapper_called(home.written.project, home.entry)
    except Refused:
        return home
    source = project.source(path)
    if called is None or source is None:
        return home
    text = Rewriting(source.data)
    text.edit(home.written.edits.get(path, ()))
    text.edit(called.edits)
    supposed = home.written.project.supposing(replace(source, data=text.data))
    again = next((each for each in supposed.entries(path) if each.symbol == home.entry.symbol), None)
    if again is None:
        return home
    written = WrittenOut(supposed, {**home.written.edits, path: text.edits}, notes=(called.note,))
    return replace(home, entry=again, written=written, text=None)


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
    gone: list[Span] = field(default_factory=list[Span])
    """Statements of the endpoint's file that only export what is in the other."""
    lost: set[str] = field(default_factory=set[str])
    """Names that the endpoint's file imports no more."""
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
        text = Rewriting(self.home.source.data)
        text.edit(self.edits())
        newline = "\r\n" if b"\r\n" in self.home.source.data else "\n"
        cut = (*change_imports(self.module, remove=self.lost).edits, *removed(self.module.source, self.gone))
        before = Rewriting(self.module.source.data)
        before.edit(cut)
        begins = len(before.data) + len(newline)
        whole = newline.join(["", text.data.decode("utf-8", "replace"), *self.behind, ""])
        before.edit([Edit(Span(len(before.data), len(before.data)), whole)])
        edits = {
            self.entry.path: before.edits,
            self.home.path: (Edit(Span(0, len(self.home.source.data)), ""),),
        }
        project = self.project
        for path, made in edits.items():
            source = self.module.source if path == self.entry.path else self.home.source
            project = project.supposing(replace(source, data=apply_edits(source.data, made)))
        again = [each for each in project.entries(self.entry.path) if each.symbol == self.entry.symbol]
        supposed = project.module(self.entry.path)
        if len(again) != 1 or supposed is None or supposed.errors:
            raise self.elsewhere()
        stays = f"The handler itself is in {self.home.path}, together with one that stays: give each a file of its own "
        written = WrittenOut(project, edits)
        return Home(again[0], written, self.home.path, text, begins, self.entry.span, stays + "first.")

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
            here, there = self.module.import_of.get(name), self.home.import_of.get(name)
            if here is None or there is None or here.imported != there.imported or here.type_only != there.type_only:
                raise self.elsewhere(f', and both files have a "{name}"')
            if here.source.value != rebased(there.source.value, self.home.path, self.module.path):
                raise self.elsewhere(f', and both files have a "{name}"')
            self.lost.add(name)

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
