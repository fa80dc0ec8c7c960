const base = { Accept: 'application/json' };

export const jsonHeaders = (isSent: boolean) => ({
  ...base,
  ...(isSent ? { 'Content-Type': 'application/json' } : {}),
});
