import 'server-only';

type Add = (left: number, right: number) => Promise<number>;

export const add: Add = async (left, right) => left + right;
