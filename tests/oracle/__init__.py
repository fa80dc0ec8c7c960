"""The real Next.js, TypeScript and browser, as judges of what Turnout says."""
