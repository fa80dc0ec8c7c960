const totals = new Map<string, number>();

export const steps = {
  add(walker: string, count: number, device: string): number {
    const total = (totals.get(walker) ?? 0) + count;
    totals.set(walker, total);
    console.log(device, total);
    return total;
  },
};
