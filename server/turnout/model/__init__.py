"""What one file says: frozen facts, no tree-sitter nodes. Knows nothing of the file's neighbours."""
