export interface Boat {
  id: string;
  berth: number;
}

export const boats = {
  add(name: string, length: number): Boat {
    return { id: name.toLowerCase(), berth: Math.ceil(length) };
  },
};
