"""Every rule does what its page and its spec say, and no other rule has a word to say there."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.markdown import Case, cases, cases_of, judged, problems, project
from turnout.rules import RULES
from turnout.rules.rule import Rule
from turnout.settings import Settings

SPECS = Path(__file__).parent / "rules"
ALL = [(path.stem, case) for path in sorted(SPECS.glob("*.md")) for case in cases_of(path)]


CHOICES = {rule.code for rule in RULES if rule.category == "choice"}
SECURITY = {rule.code for rule in RULES if rule.category == "security"}
UNCHECKED = {"unchecked-action", "unchecked-endpoint", "unrequired-session"}


def settings_for(code: str) -> Settings:
    """Small trees have few callers and no guards: only the specs of those rules want to hear what is unused or
    misplaced, and what strangers may do."""
    silent = SECURITY if code not in SECURITY else set[str]() if code in UNCHECKED else UNCHECKED
    return Settings(verdicts=code in CHOICES, rules=dict.fromkeys(silent, "off"))


@pytest.mark.parametrize(("stem", "case"), ALL, ids=[f"{stem}: {case.name}" for stem, case in ALL])
def test_spec(stem: str, case: Case) -> None:
    wrong = list(problems(case, settings_for(stem)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page(rule: Rule) -> None:
    sections = {case.name: case for case in cases(rule.page)}
    assert set(sections) == {"Bad", "Good"}
    for name, case in sections.items():
        found = judged(project(case.files, settings_for(rule.code)))
        codes = {each.rule.code for _, each in found}
        shown = "\n".join(f"{path}: {each.rule.code}: {each.finding.message}" for path, each in found)
        if name == "Bad" and rule.code in CHOICES:
            # What stands in the wrong place is told there, and again where it hurts.
            assert rule.code in codes, shown
            assert codes <= CHOICES, shown
        else:
            assert codes == ({rule.code} if name == "Bad" else set()), shown
        assert not [
            problem for problem in problems(case, settings_for(rule.code)) if not problem.startswith("not expected")
        ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_shape(rule: Rule) -> None:
    assert (SPECS / f"{rule.code}.md").is_file(), "every rule has its spec"
    module = rule.check.__module__.rpartition(".")[2]
    assert module == rule.code.replace("-", "_"), "file, code and spec share one name"
    assert rule.docs.startswith("https://nextjs.org/docs/")
    assert rule.title.endswith(".")
    assert len(rule.title) < 110


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_every_spec_has_its_rule() -> None:
    assert {path.stem for path in SPECS.glob("*.md")} == {rule.code for rule in RULES}


def test_every_rule_has_good_and_bad_cases() -> None:
    for rule in RULES:
        found = [case for stem, case in ALL if stem == rule.code]
        assert any(case.marks for case in found), rule.code
        assert any(all(mark.code != rule.code for mark in case.marks) for case in found), rule.code
