class Limiter {
  private counts = new Map<string, number>();

  async check(caller: string) {
    if (!caller) {
      throw new Error('Nobody to count');
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    return { allowed: count < 100 };
  }
}

export const limiter = new Limiter();
