"""Turnout: endpoint or Server Action? A language server, a command line and a library for Next.js projects."""

from __future__ import annotations

__version__ = "0.1.0"
