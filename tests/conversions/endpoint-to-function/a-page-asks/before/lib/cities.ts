export type City = { name: string; country: string };

export const cities: City[] = [{ name: 'Oslo', country: 'no' }];
