// The documents that Turnout looks at.
export const LANGUAGES = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map((language) => ({
  scheme: 'file',
  language,
}));
