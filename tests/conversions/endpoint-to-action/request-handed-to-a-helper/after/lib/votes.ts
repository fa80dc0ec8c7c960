export const votes = {
  async add(voter: string, option: string, ip: string): Promise<number> {
    return `${voter}${option}${ip}`.length;
  },
};
