"""Bytes and places. Knows nothing of TypeScript, Next.js or editors, and imports nothing else of Turnout."""
