const base = { Accept: 'application/json' };

export function jsonHeaders(isSent: boolean) {
  const kind = 'application/json';
  return { ...base, ...(isSent ? { 'Content-Type': kind } : {}) };
}
