"""Changing what a file imports: names added and taken away in the file's own form, and how it writes a path."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.paths import folder_of, is_below, join, name_of
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import SUFFIXES, is_code
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class Wanted:
    """A name to import. ``name`` is what the other file exports, ``default`` for its default export."""

    name: str
    source: str
    """The specifier as it is to be written."""
    local: str | None = None
    """What to call it here; needed for ``default``."""
    is_type: bool = False


@dataclass(frozen=True)
class ImportChange:
    """Edits of one file, and what each wanted name is called there."""

    edits: tuple[Edit, ...]
    locals: tuple[str, ...]


def change_imports(
    module: Module,
    add: Sequence[Wanted] = (),
    remove: Collection[str] = (),
    freed: Collection[str] = (),
    style: Style | None = None,
) -> ImportChange:
    """Import some names and take others (by their local names) away, statement by statement in one edit each.

    ``freed`` are names whose declarations leave the file in the same change.
    """
    return _Change(module, frozenset(remove), frozenset(freed), style or Style.of(module.source)).made(add)


def add_import(
    module: Module,
    name: str,
    source: str,
    is_default: bool = False,
    is_type: bool = False,
    alias: str | None = None,
) -> tuple[Edit | None, str]:
    """Import one name: the edit (None when the file has it already) and what it is called there."""
    wanted = Wanted("default", source, alias or name, is_type) if is_default else Wanted(name, source, alias, is_type)
    change = change_imports(module, (wanted,))
    return (change.edits[0] if change.edits else None), change.locals[0]


def remove_import(module: Module, names: Collection[str]) -> tuple[Edit, ...]:
    """Take names away, by what they are called here; statements that are empty then go with their lines."""
    return change_imports(module, remove=names).edits


def unused_imports(module: Module, gone: Iterable[Span]) -> frozenset[str]:
    """The imported names that are used, but only inside of the given spans: with these they may go.

    What nothing uses today (``import React from 'react'`` for old JSX) is left as it is.
    """
    spans = tuple(gone)
    found: set[str] = set()
    for imported in module.imports:
        binding = module.scopes.binding(imported.local)
        if binding is None or not binding.references:
            continue
        if all(any(span.contains(each.span) for span in spans) for each in binding.references):
            found.add(imported.local.name)
    return frozenset(found)


def free_names(module: Module, code: c.Code) -> tuple[Binding, ...]:
    """What a piece of code needs from around it, each declaration once, in the order of first use."""
    found: dict[int, Binding] = {}
    for _, binding in module.scopes.free(code):
        found.setdefault(id(binding), binding)
    return tuple(found.values())


def names_in(module: Module) -> frozenset[str]:
    """Every name that the file declares anywhere, or takes for a global."""
    return frozenset(binding.name for binding in module.scopes.all) | module.scopes.globals


def fresh_name(module: Module, wanted: str, *others: str, freed: Collection[str] = ()) -> str:
    """A name that means nothing in the file yet: the wanted one, one of the others, else one with a number."""
    taken = names_in(module) - frozenset(freed)
    for candidate in (wanted, *others):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"


# ------------------------------------------------------------------ specifiers


def specifier(project: Snapshot, from_path: str, to_path: str) -> str:
    """How a file would write the import of another, which need not be there yet.

    As its own imports do, else as those of its neighbours: relative or through an alias of tsconfig, with the
    extension or without.
    """
    habits = _Habits(project, from_path)
    folder = folder_of(from_path)
    relative = relative_specifier(folder, to_path)
    if not habits.prefers_alias(relative):
        return habits.extended(relative, to_path)
    for written, root in habits.aliases:
        if is_below(to_path, root) or not root:
            rest = to_path[len(root) :].lstrip("/") if root else to_path
            candidate = written + _without_index(rest)
            if _leads_to(project, from_path, candidate, to_path, written, root):
                return habits.extended(candidate, to_path)
    return habits.extended(relative, to_path)


def rebased(specifier: str, from_path: str, to_path: str) -> str:
    """A specifier as it must be written when the code moves from one file to another; aliases stay."""
    if not specifier.startswith("."):
        return specifier
    target = join(folder_of(from_path), specifier)
    if folder_of(from_path) == folder_of(to_path):
        return specifier
    return _relative(folder_of(to_path), target)


def beside(project: Snapshot, from_path: str, written: str, old_path: str, new_path: str) -> str:
    """How a file that imports ``old_path`` as ``written`` imports a file in the same folder: in the same form."""
    if folder_of(old_path) == folder_of(new_path):
        ending = _ending(written)
        old, new = name_of(without_suffix(old_path)), name_of(without_suffix(new_path))
        bare = without_suffix(written)
        if name_of(bare) == old:
            return f"{bare.removesuffix(old)}{new}{ending}"
        if old == "index":
            return f"{bare}/{new}{ending}"
    return specifier(project, from_path, new_path)


def relative_specifier(folder: str, to_path: str) -> str:
    """``./a``, ``../lib/db``: without the extension, and without ``/index``."""
    return _relative(folder, _without_index(to_path))


def _relative(folder: str, target: str) -> str:
    written = posixpath.relpath(target or ".", folder or ".")
    return written if written.startswith("..") else "." if written == "." else f"./{written}"


def _without_index(path: str) -> str:
    stem = without_suffix(path)
    return stem.removesuffix("/index")


def without_suffix(path: str) -> str:
    for suffix in SUFFIXES:
        if path.endswith(suffix):
            return path.removesuffix(suffix)
    return path


def _leads_to(project: Snapshot, from_path: str, candidate: str, to_path: str, written: str, root: str) -> bool:
    """Whether an alias means the file; for one that isn't there yet, whether it means one of its neighbours."""
    if project.source(to_path) is not None:
        return project.resolve(from_path, candidate) == to_path
    folder = folder_of(to_path)
    while is_below(folder, root):
        for path in project.paths():
            if is_below(path, folder):
                rest = path[len(root) :].lstrip("/")
                return project.resolve(from_path, written + _without_index(rest)) == path
        if not folder or folder == root:
            return False
        folder = folder_of(folder)
    return False


@dataclass(frozen=True)
class _Written:
    """One import of a file of the project, as it is written."""

    text: str
    target: str
    is_near: bool
    """Whether the file lies in the folder of the one that imports it, or below."""

    @property
    def is_alias(self) -> bool:
        return not self.text.startswith(".") and _alias(self.text, self.target) is not None


class _Habits:
    """How a file, or else its neighbours, or else its app writes the imports of the project's own files."""

    def __init__(self, project: Snapshot, path: str) -> None:
        self._project = project
        self._path = path
        self._app = project.app(path)

    @property
    def _levels(self) -> Iterator[tuple[_Written, ...]]:
        """Worked out one after another: mostly the file itself says enough."""
        yield self._own
        yield self._near
        yield self._all

    @cached_property
    def _own(self) -> tuple[_Written, ...]:
        return tuple(self._imports((self._path,)))

    @cached_property
    def _near(self) -> tuple[_Written, ...]:
        folder = folder_of(self._path)
        paths = (path for path in self._project.paths() if folder_of(path) == folder and path != self._path)
        return tuple(self._imports(paths))

    @cached_property
    def _all(self) -> tuple[_Written, ...]:
        app = self._app
        return tuple(self._imports(path for path in self._project.paths() if app is not None and app.owns(path)))

    def _imports(self, paths: Iterable[str]) -> Iterator[_Written]:
        for path in paths:
            surface = self._project.surface(path)
            for each in surface.imports if surface is not None else ():
                target = self._project.resolve(path, each.source)
                if target is not None and is_code(target):
                    yield _Written(each.source, target, is_below(target, folder_of(path)))

    @property
    def aliases(self) -> tuple[tuple[str, str], ...]:
        """``('@/', 'src')``: what is written, and the folder that it stands for, the longest first."""
        for level in self._levels:
            found = {
                alias
                for each in level
                if each.is_alias and (self._app is None or is_below(each.target, self._app.root))
                if (alias := _alias(each.text, each.target)) is not None
            }
            if found:
                return tuple(sorted(found, key=lambda alias: (-len(alias[1]), alias)))
        return ()

    def prefers_alias(self, relative: str) -> bool:
        """Whether this import would be written with an alias rather than as ``relative``."""
        is_near = relative.startswith("./")
        for level in self._levels:
            same = sum(1 for each in level if each.text.startswith("./" if is_near else "../"))
            aliased = sum(1 for each in level if each.is_alias and each.is_near == is_near)
            if same or aliased:
                return aliased > same if is_near else aliased >= same
        return False

    def extended(self, written: str, to_path: str) -> str:
        """The specifier with the extension, where imports have one here."""
        for level in self._levels:
            endings = [_ending(each.text) for each in level if each.is_alias or each.text.startswith(".")]
            if not endings:
                continue
            with_ending = [ending for ending in endings if ending]
            if len(with_ending) * 2 <= len(endings):
                return written
            own = to_path[len(without_suffix(to_path)) :]
            if own in with_ending:
                return _with_ending(written, to_path, own)
            return _with_ending(written, to_path, max(set(with_ending), key=with_ending.count))
        return written


def _with_ending(written: str, to_path: str, ending: str) -> str:
    is_index = name_of(without_suffix(to_path)) == "index" and not written.endswith("/index")
    return f"{written}/index{ending}" if is_index else written + ending


def _ending(written: str) -> str:
    return written[len(without_suffix(written)) :]


def _alias(written: str, target: str) -> tuple[str, str] | None:
    """What a specifier and the file that it means have not in common: ``@/lib/a`` and ``src/lib/a.ts`` leave ``@/``
    and ``src``. None when they share nothing, as with packages."""
    left = without_suffix(written).split("/")
    right = _without_index(target).split("/")
    if left[-1] == "index":
        right = without_suffix(target).split("/")
    shared = 0
    while shared < min(len(left) - 1, len(right)) and left[-1 - shared] == right[-1 - shared]:
        shared += 1
    if not shared or left[0] in ("", ".", ".."):
        return None
    prefix = "/".join(left[: len(left) - shared]) + "/"
    if not re.fullmatch(r"[@~#$][\w.-]*/(?:[\w.-]+/)*|[\w.-]+/(?:[\w.-]+/)*", prefix):
        return None
    return prefix, "/".join(right[: len(right) - shared])


# --------------------------------------------------------------------- editing


@dataclass
class _Statement:
    """An import statement while it changes."""

    code: c.Import
    kept: list[c.ImportSpecifier]
    dropped: list[c.ImportSpecifier]
    added: list[Wanted]

    @property
    def is_emptied(self) -> bool:
        return bool(self.dropped) and not self.kept and not self.added

    @property
    def has_namespace(self) -> bool:
        return any(each.imported == "*" for each in self.kept)

    @property
    def default(self) -> c.ImportSpecifier | None:
        return next((each for each in self.kept if is_clause_default(self.code, each)), None)


def is_clause_default(statement: c.Import, each: c.ImportSpecifier) -> bool:
    """``import X from``, and not ``import { default as X } from``."""
    return each.imported == "default" and each.span == each.local.span and each is statement.specifiers[0]


class _Change:
    def __init__(self, module: Module, remove: frozenset[str], freed: frozenset[str], style: Style) -> None:
        self.module = module
        self.source = module.source
        self.style = style
        self.remove = remove
        self.statements = [
            _Statement(
                statement,
                [each for each in statement.specifiers if each.local.name not in remove],
                [each for each in statement.specifiers if each.local.name in remove],
                [],
            )
            for statement in module.body
            if isinstance(statement, c.Import)
        ]
        self.taken = names_in(module) - remove - freed
        self.new: dict[tuple[str, bool], list[Wanted]] = {}
        self.is_commonjs = not self.statements and _is_commonjs(module)

    def made(self, add: Sequence[Wanted]) -> ImportChange:
        names = tuple(self._add(wanted) for wanted in add)
        return ImportChange(tuple(sorted(self._edits())), names)

    # ---------------------------------------------------------------- names

    def _add(self, wanted: Wanted) -> str:
        for imported in self.module.imports:
            if (
                imported.source.value == wanted.source
                and imported.imported == wanted.name
                and imported.local.name not in self.remove
                and (wanted.is_type or not imported.type_only)
                and wanted.local in (None, imported.local.name)
            ):
                return imported.local.name
        known = [*self.new.values(), *([each.added for each in self.statements])]
        for each in (each for group in known for each in group):
            if each.source == wanted.source and each.name == wanted.name:
                return each.local or each.name
        local = self._free(wanted.local or wanted.name)
        self.taken |= {local}
        named = Wanted(wanted.name, wanted.source, local, wanted.is_type)
        host = self._host(named)
        if host is not None:
            host.added.append(named)
        else:
            self.new.setdefault((wanted.source, wanted.is_type), []).append(named)
        return local

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.taken:
            name, number = f"{wanted}{number}", number + 1
        return name

    def _host(self, wanted: Wanted) -> _Statement | None:
        """The import of the same source that can take one more name."""
        fitting: list[_Statement] = []
        for each in self.statements:
            statement = each.code
            if statement.source.value != wanted.source or not statement.specifiers or each.has_namespace:
                continue
            if statement.type_only and (not wanted.is_type or wanted.name == "default"):
                continue
            taken = each.default is not None or any(other.name == "default" for other in each.added)
            if wanted.name == "default" and taken:
                continue
            if self._has_comments(statement) and (wanted.name == "default" or not self._named(each)):
                continue
            fitting.append(each)
        fitting.sort(key=lambda each: each.code.type_only != wanted.is_type)
        return fitting[0] if fitting else None

    # ---------------------------------------------------------------- edits

    def _edits(self) -> Iterator[Edit]:
        emptied = [each for each in self.statements if each.is_emptied]
        for each in self.statements:
            if not each.is_emptied and (each.dropped or each.added):
                yield from self._rewritten(each)
        for group in list(self.new.items()):
            replaced = self._successor(emptied, group[1])
            if replaced is not None:
                emptied.remove(replaced)
                del self.new[group[0]]
                yield self._replaced(replaced, group[1])
        surviving = [each.code for each in self.statements if each not in emptied]
        if self.new and emptied and not surviving:
            first = emptied.pop(0)
            yield Edit(first.code.span, self.style.newline.join(self._new_statements()))
            self.new.clear()
        yield from removed(self.source, [each.code.span for each in emptied])
        yield from self._required_removed()
        for group, wanted in self.new.items():
            yield self._inserted(group, wanted, surviving)

    def _successor(self, emptied: list[_Statement], wanted: list[Wanted]) -> _Statement | None:
        """The import whose names now come from elsewhere: its line changes instead of going."""
        names = {each.local for each in wanted}
        return next((each for each in emptied if names & {old.local.name for old in each.dropped}), None)

    def _replaced(self, old: _Statement, wanted: list[Wanted]) -> Edit:
        before = {(each.imported, each.local.name) for each in old.dropped}
        after = {(each.name, each.local) for each in wanted}
        is_type = all(each.is_type for each in wanted)
        if before == after and old.code.type_only == is_type and not any(each.type_only for each in old.dropped):
            span = old.code.source.span
            quote = self.source.text(Span(span.start, span.start + 1))
            return Edit(span, f"{quote}{wanted[0].source}{quote}")
        text = self._statement(wanted[0].source, is_type, wanted)
        if not self.source.text(old.code.span).endswith(";"):
            text = text.removesuffix(";")
        return Edit(old.code.span, text)

    def _rewritten(self, each: _Statement) -> Iterator[Edit]:
        if self._has_comments(each.code):
            yield from self._in_place(each)
            return
        clause = self._clause_span(each.code)
        brace = self._brace_span(each.code)
        default = next((wanted.local for wanted in each.added if wanted.name == "default"), None)
        parts = [default] if default else []
        named: list[str] = []
        for kept in each.kept:
            if brace is not None and brace.contains(kept.span):
                named.append(self.source.text(kept.span))
            else:
                parts.append(self.source.text(kept.span))
        for wanted in each.added:
            if wanted.name != "default":
                inline = wanted.is_type and not each.code.type_only
                named.append(self._named_text(wanted, inline))
        before = self.source.text(Span(each.code.span.start, clause.start))
        after = self.source.text(Span(clause.end, each.code.span.end))
        yield Edit(clause, self._clause(parts, named, before, after, brace))

    def _clause(self, parts: list[str], named: list[str], before: str, after: str, brace: Span | None) -> str:
        if not named:
            return ", ".join(parts)
        one_line = ", ".join((*parts, self.style.braces(", ".join(named))))
        old = self.source.text(brace) if brace is not None else ""
        was_long = "\n" in old or "\r" in old
        collapsed = len(before + re.sub(r"\s+", " ", old) + after)
        fits = len(before + one_line + after) <= self.style.width
        if fits and (not was_long or collapsed > self.style.width):
            return one_line
        if len(named) == 1 and not was_long:
            return one_line  # Prettier keeps one name on its line.
        comma = self.style.comma if not was_long else ("," if old.rstrip("} \t\r\n").endswith(",") else "")
        newline = self.style.newline
        lines = [f"{self.style.unit}{name}" for name in named]
        return ", ".join((*parts, f"{{{newline}{f',{newline}'.join(lines)}{comma}{newline}}}"))

    def _in_place(self, each: _Statement) -> Iterator[Edit]:
        """The same with comments between the names: only the names' own bytes change."""
        named = self._named(each)
        for gone in each.dropped:
            end = gone.span.end
            rest = self.source.data[end : each.code.source.span.start]
            if rest.lstrip().startswith(b","):
                end += len(rest) - len(rest.lstrip()) + 1
            yield Edit(Span(gone.span.start, end), "")
        texts = [self._named_text(wanted, wanted.is_type and not each.code.type_only) for wanted in each.added]
        if texts:
            last = named[-1]
            yield Edit(Span(last.span.end, last.span.end), "".join(f", {text}" for text in texts))

    def _named(self, each: _Statement) -> list[c.ImportSpecifier]:
        brace = self._brace_span(each.code)
        return [kept for kept in each.kept if brace is not None and brace.contains(kept.span)]

    def _named_text(self, wanted: Wanted, inline_type: bool) -> str:
        name = wanted.name if wanted.local in (None, wanted.name) else f"{wanted.name} as {wanted.local}"
        return f"type {name}" if inline_type else name

    def _has_comments(self, statement: c.Import) -> bool:
        return any(statement.span.contains(comment.span) for comment in self.module.comments)

    def _clause_span(self, statement: c.Import) -> Span:
        brace = self._brace_span(statement)
        spans = [each.span for each in statement.specifiers] + ([brace] if brace is not None else [])
        namespace = next((each for each in statement.specifiers if each.imported == "*"), None)
        start = min(span.start for span in spans)
        if namespace is not None and namespace.span.start == start:
            start = self.source.data.rfind(b"*", statement.span.start, start + 1) if start else start
        return Span(start, max(span.end for span in spans))

    def _brace_span(self, statement: c.Import) -> Span | None:
        data = bytearray(self.source.data[statement.span.start : statement.source.span.start])
        for comment in self.module.comments:
            if statement.span.contains(comment.span):
                start, end = (offset - statement.span.start for offset in comment.span)
                data[start:end] = b" " * (end - start)
        start, end = data.find(b"{"), data.rfind(b"}")
        if start < 0 or end < 0:
            return None
        return Span(statement.span.start + start, statement.span.start + end + 1)

    def _required_removed(self) -> Iterator[Edit]:
        """``const { a } = require('x')`` goes when all its names do."""
        spans: list[Span] = []
        for statement in self.module.body:
            if isinstance(statement, c.Declare):
                bound = {name.name for each in statement.declarators for name in c.bound_names(each.pattern)}
                required = {each.local.name for each in self.module.imports if each.statement == statement.span}
                if bound and bound <= required and bound <= self.remove:
                    spans.append(statement.span)
        yield from removed(self.source, spans)

    # --------------------------------------------------------- new statements

    def _new_statements(self) -> list[str]:
        return [self._statement(source, is_type, wanted) for (source, is_type), wanted in self.new.items()]

    def _statement(self, source: str, is_type: bool, wanted: list[Wanted]) -> str:
        return import_statement(self.style, source, wanted, is_type=is_type, is_commonjs=self.is_commonjs)

    def _inserted(self, group: tuple[str, bool], wanted: list[Wanted], surviving: list[c.Import]) -> Edit:
        """Behind the import that gave the name so far, else behind the last of its kind, else behind the last."""
        newline = self.style.newline
        text = self._statement(*group, wanted)
        lines = self.source.lines
        names = {each.local for each in wanted}
        former = [each.code.span for each in self.statements if names & {gone.local.name for gone in each.dropped}]
        if self.is_commonjs:
            anchors = [each.statement for each in self.module.imports]
        else:
            anchors = [each.span for each in surviving]
        kind = _kind(group[0])
        same = [each.span for each in surviving if each.specifiers and _kind(each.source.value) == kind]
        anchor = next(iter((*former[-1:], *same[-1:], *anchors[-1:])), None)
        if anchor is not None:
            at = lines.line_span(lines.line_of(anchor.end - 1)).end
            return Edit(Span(at, at), f"{newline}{text}")
        is_last = group == list(self.new)[-1]
        if self.module.directives:
            last = lines.line_of(self.module.directives[-1].statement.end - 1)
            at = lines.line_span(last).end
            is_spaced = last + 1 >= lines.line_count or not self.source.text(lines.line_span(last + 1)).strip()
            is_first = group == next(iter(self.new))
            return Edit(
                Span(at, at), f"{newline * (2 if is_first else 1)}{text}{newline if is_last and not is_spaced else ''}"
            )
        at = self._first_code()
        return Edit(Span(at, at), f"{text}{newline}{newline if is_last and at < len(self.source.data) else ''}")

    def _first_code(self) -> int:
        """Where the code begins, with the comment that belongs to its first statement."""
        if not self.module.body:
            return len(self.source.data)
        lines = self.source.lines
        first = lines.line_of(self.module.body[0].span.start)
        for comment in reversed(self.module.comments):
            if comment.span.end > self.module.body[0].span.start:
                continue
            if lines.line_of(comment.span.end) != first - 1 or not comment.text.startswith("/**"):
                break
            if re.search(r"@(?:jsx|license|ts-|fileoverview|file\b)|copyright", comment.text, re.IGNORECASE):
                break
            first = lines.line_of(comment.span.start)
        return lines.line_span(first).start


def import_statement(
    style: Style, source: str, wanted: Sequence[Wanted], *, is_type: bool = False, is_commonjs: bool = False
) -> str:
    """One import statement, on several lines when it is too long; ``const { a } = require('x')`` in CommonJS."""
    if not wanted:
        return style.statement(f"{'require(' if is_commonjs else 'import '}{style.string(source)}{')' * is_commonjs}")
    default = [each.local or each.name for each in wanted if each.name == "default"]
    namespace = [f"* as {each.local}" for each in wanted if each.name == "*"]
    middle = ": " if is_commonjs else " as "
    named = [
        each.name if each.local in (None, each.name) else f"{each.name}{middle}{each.local}"
        for each in wanted
        if each.name not in ("default", "*")
    ]
    before = "const " if is_commonjs else "import type " if is_type else "import "
    after = f" = require({style.string(source)})" if is_commonjs else f" from {style.string(source)}"
    clause = [*default, *namespace, *([style.braces(", ".join(named))] if named else [])]
    text = style.statement(before + ", ".join(clause) + after)
    if len(text) <= style.width or len(named) < 2:
        return text
    lines = f",{style.newline}".join(f"{style.unit}{name}" for name in named)
    clause = [*default, f"{{{style.newline}{lines}{style.comma}{style.newline}}}"]
    return style.statement(before + ", ".join(clause) + after)


def _kind(source: str) -> int:
    """Packages, aliases, relative paths: files keep them apart."""
    if source.startswith("."):
        return 2
    return 1 if source.startswith(("@/", "~", "#")) else 0


def _is_commonjs(module: Module) -> bool:
    has_modules = any(
        isinstance(each, (c.Import, c.ExportNamed, c.ExportAll, c.ExportDeclaration, c.ExportDefault))
        for each in module.body
    )
    return not has_modules and (bool(module.imports) or any(each.is_commonjs for each in module.exports))
