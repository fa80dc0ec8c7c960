export const bets = { closed: false, placed: [] as { horse: string; stake: number }[] };
