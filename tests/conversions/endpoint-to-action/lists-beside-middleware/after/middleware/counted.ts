export const COUNTED = ['/api/beds', '/api/plants'];
