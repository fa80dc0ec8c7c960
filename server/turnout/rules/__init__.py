"""The registry: one file per diagnostic. Rules read facts and ask verdicts; they never see syntax nodes or editors."""

from __future__ import annotations

from turnout.rules.rule import Rule

RULES: tuple[Rule, ...] = ()


def rule_of(code: str) -> Rule | None:
    """The rule with a code."""
    return next((rule for rule in RULES if rule.code == code), None)
