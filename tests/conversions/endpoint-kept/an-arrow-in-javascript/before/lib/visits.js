export function visit(page) {
  if (page === 'broken') throw new Error('No such page')
  return { page, first: new Date(0) }
}
