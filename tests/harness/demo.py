"""`make demo`: what Turnout says of the example apps, in the order in which a newcomer would ask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

APPS = Path(__file__).parents[1] / "apps"
IS_TERMINAL = sys.stdout.isatty() and "NO_COLOR" not in os.environ


def heading(number: int, text: str) -> None:
    bold, plain = ("\033[1;36m", "\033[0m") if IS_TERMINAL else ("", "")
    print(f"\n{bold}{number}. {text}{plain}\n", flush=True)


def turnout(app: str, *arguments: str) -> None:
    dim, plain = ("\033[2m", "\033[0m") if IS_TERMINAL else ("", "")
    shown = " ".join(argument for argument in arguments if not argument.startswith("--color"))
    print(f"{dim}tests/apps/{app} $ turnout {shown}{plain}", flush=True)
    colour = "always" if IS_TERMINAL else "never"
    subprocess.run([sys.executable, "-m", "turnout", *arguments, "--color", colour], cwd=APPS / app, check=False)


def main() -> None:
    heading(1, "What is wrong: an app with a mistake in every file")
    turnout("mistakes", "check", "--min-severity", "warning")
    heading(2, "What each entry should be: a team's task tracker, every endpoint and action weighed")
    turnout("workshop", "map")
    heading(3, "Why: the verdict on one of them")
    turnout("tutorial", "explain", "pages/api/submit.js:3:32")
    heading(4, "One turned into the other, callers and all")
    turnout("tutorial", "convert", "pages/api/submit.js", "--to", "server-action")
    print("\nNow open a project of your own:  turnout check   turnout map   (or `make vsix` for VS Code)")


if __name__ == "__main__":
    main()
