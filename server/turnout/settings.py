"""What a user can set, typed and checked; anything unreadable falls back to the default and is told once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast, get_args

Severity: TypeAlias = Literal["error", "warning", "information", "hint"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the lightest."""


@dataclass(frozen=True)
class Settings:
    """The settings of one workspace folder."""

    enable: bool = True
    rules: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict[str, "Severity | Literal['off']"])
    """Rule code to the severity it shall have; ``off`` silences it."""
    auth_functions: tuple[str, ...] = ()
    """The project's own functions that check who calls, by name."""
    verdicts: bool = True
    """Whether findings of category ``choice`` are shown."""
    code_lens: bool = True

    def severity(self, code: str, default: Severity) -> Severity | None:
        """The severity of a rule under these settings, None when it is off."""
        chosen = self.rules.get(code, default)
        return None if chosen == "off" else chosen


def read_settings(raw: Any) -> tuple[Settings, tuple[str, ...]]:
    """Settings from an editor's JSON (the ``turnout`` section), with a sentence for each part that was not usable."""
    problems: list[str] = []
    if raw is None:
        return Settings(), ()
    if not isinstance(raw, Mapping):
        return Settings(), ("turnout: the settings are not an object.",)
    section = cast("Mapping[str, Any]", raw)

    def flag(*path: str, default: bool) -> bool:
        value: Any = section
        for key in path:
            value = cast("Mapping[str, Any]", value).get(key) if isinstance(value, Mapping) else None
        if value is None:
            return default
        if not isinstance(value, bool):
            problems.append(f"turnout.{'.'.join(path)}: expected true or false.")
            return default
        return value

    rules: dict[str, Severity | Literal["off"]] = {}
    raw_rules: Any = section.get("rules") or {}
    if isinstance(raw_rules, Mapping):
        for code, severity in cast("Mapping[str, Any]", raw_rules).items():
            if severity in (*SEVERITIES, "off"):
                rules[code] = severity
            else:
                problems.append(f"turnout.rules.{code}: expected one of {', '.join(SEVERITIES)}, off.")
    else:
        problems.append("turnout.rules: expected an object of rule codes and severities.")
    raw_auth = section.get("authFunctions") or ()
    names = (
        tuple(name for name in cast("list[Any]", raw_auth) if isinstance(name, str))
        if isinstance(raw_auth, (list, tuple))
        else ()
    )
    return (
        Settings(
            enable=flag("enable", default=True),
            rules=rules,
            auth_functions=names,
            verdicts=flag("verdicts", "enable", default=True),
            code_lens=flag("codeLens", "enable", default=True),
        ),
        tuple(problems),
    )
