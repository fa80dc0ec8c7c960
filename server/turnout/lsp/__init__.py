"""The language server, the only importer of pygls and lsprotocol. It asks ``features`` and judges nothing itself."""
