export interface Bidder {
  name: string;
  limit: number;
}

export async function bidderOf(token: string | undefined): Promise<Bidder | null> {
  return token ? { name: token, limit: 500 } : null;
}

export async function lotsFor(name: string): Promise<string[]> {
  return [`A chair for ${name}`];
}

export async function bid(lot: string, amount: number): Promise<{ lot: string; amount: number }> {
  return { lot, amount };
}
