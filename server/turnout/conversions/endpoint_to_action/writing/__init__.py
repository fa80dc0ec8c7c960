"""The text of what was planned: no deciding here."""
