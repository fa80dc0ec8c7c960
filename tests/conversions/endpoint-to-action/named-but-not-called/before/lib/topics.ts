const GARDEN = ['/api/plants', '/api/beds'];

export function topicOf(path: string) {
  if (path.startsWith('/api/pots')) {
    return 'pots';
  }
  return GARDEN.some((each) => path === each || path.startsWith(`${each}/`)) ? 'garden' : 'other';
}
