export const jsonHeaders = () => ({ 'Content-Type': 'application/json', Accept: 'application/json' });
