export interface Place {
  name: string;
  latitude: number;
}

export async function find(text: string, more: number): Promise<Place[]> {
  return [{ name: text, latitude: more }];
}
