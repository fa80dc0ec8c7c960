export const plans = new Map<string, string>();
