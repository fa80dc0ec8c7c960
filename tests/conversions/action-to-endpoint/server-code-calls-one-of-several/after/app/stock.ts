export const stock = new Set(['a', 'b'])
