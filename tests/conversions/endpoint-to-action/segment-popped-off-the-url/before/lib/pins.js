export const pins = new Set()
