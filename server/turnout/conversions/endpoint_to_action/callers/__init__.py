"""Who asks for an endpoint, what each sends, and what each looks at in the answer."""
