"""What text of one file needs where it stands now: its imports once more, and what its own file exports."""

from __future__ import annotations

from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.imports import Wanted, names_in, rebased, specifier
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot


def is_same_name(project: Snapshot, target: Module, home: Module, name: str) -> bool:
    """Whether a name that both files import is the same thing in both."""
    here, there = target.import_of.get(name), home.import_of.get(name)
    if here is None or there is None or here.imported != there.imported or here.type_only != there.type_only:
        return False
    return here.source.value == rebased(there.source.value, home.path, target.path) or _is_same_file(
        project, target, here.source.value, rebased(there.source.value, home.path, target.path)
    )


def _is_same_file(project: Snapshot, target: Module, one: str, other: str) -> bool:
    return (project.resolve(target.path, one) or one) == (project.resolve(target.path, other) or other)


@dataclass
class Carrying:
    """The imports that a file needs for text of others."""

    project: Snapshot
    target: Module
    wanted: list[Wanted] = field(default_factory=list[Wanted])

    def name(self, home: Module, name: c.Name, local: str, whose: str) -> None:
        """A name of the top of ``home``; refuses what that file keeps to itself."""
        imported = home.import_of.get(local)
        if imported is not None:
            source = imported.source.value
            path = self.project.resolve(home.path, source) if source.startswith(".") else None
            if path is not None:
                source = specifier(self.project, self.target.path, path)
            self.want(Wanted(imported.imported, source, local, imported.type_only), home, name, whose)
            return
        export = next((each for each in home.exports if each.local is not None and each.local.name == local), None)
        if export is None:
            raise refused(f'{whose} needs "{local}", which its file does not export.', home, name)
        source = specifier(self.project, self.target.path, home.path)
        self.want(Wanted(export.name, source, local, export.is_type), home, name, whose)

    def want(self, wanted: Wanted, home: Module, name: c.Name, whose: str) -> None:
        if wanted in self.wanted:
            return
        local = wanted.local or wanted.name
        known = self.target.import_of.get(local)
        if known is not None and known.imported == wanted.name:
            if _is_same_file(self.project, self.target, known.source.value, wanted.source):
                return
        if local in names_in(self.target) or any(each.local == local for each in self.wanted):
            raise self.clash(home, name, local, whose)
        self.wanted.append(wanted)

    def clash(self, home: Module, name: c.Name, local: str, whose: str) -> Refused:
        return refused(f'"{local}" means one thing in {whose}, and another in {self.target.path}.', home, name)
