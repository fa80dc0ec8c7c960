export const plants = new Map()
