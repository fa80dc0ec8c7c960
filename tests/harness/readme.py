"""Writes the generated tables of README.md from the rule files: ``make docs``."""

from __future__ import annotations

import re
from pathlib import Path

from turnout.rules import RULES
from turnout.rules.rule import Rule

README = Path(__file__).parents[2] / "README.md"
CATEGORIES = {
    "build": "What a build would say, without the build",
    "runtime": "What goes wrong when it runs",
    "security": "What lets the wrong people in",
    "choice": "What stands in the wrong place",
}


def rules_table() -> str:
    """The rules by category, one row each."""
    parts: list[str] = []
    for category, heading in CATEGORIES.items():
        rules = sorted((rule for rule in RULES if rule.category == category), key=lambda rule: rule.code)
        if rules:
            rows = "\n".join(_row(rule) for rule in rules)
            parts.append(f"**{heading}**\n\n| Rule | | What it finds |\n|---|---|---|\n{rows}")
    return "\n\n".join(parts)


def _row(rule: Rule) -> str:
    title = rule.title.replace("|", "\\|")
    return f"| [`{rule.code}`]({rule.docs}) | {rule.severity} | {title} |"


def written(text: str) -> str:
    """README.md with its generated parts made anew."""
    return re.sub(
        r"(<!-- rules -->\n).*?(\n<!-- /rules -->)",
        lambda match: f"{match[1]}\n{rules_table()}\n{match[2]}",
        text,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    README.write_text(written(README.read_text()))
