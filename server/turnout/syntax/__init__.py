"""Parsing: the only importer of tree_sitter. Knows JavaScript and TypeScript, nothing of Next.js."""
