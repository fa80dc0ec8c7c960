export const wind = {
  async lift(colour: string): Promise<number> {
    return colour.length * 10;
  },
};
