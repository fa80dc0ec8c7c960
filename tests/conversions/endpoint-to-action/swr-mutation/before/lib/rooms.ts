export const rooms = ['blue']
