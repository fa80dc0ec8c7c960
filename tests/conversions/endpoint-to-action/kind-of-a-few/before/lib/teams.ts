const teams = new Map<string, { suspended: boolean }>();

export async function changeTeam(slug: string, values: { suspended: boolean }) {
  const known = teams.has(slug);
  teams.set(slug, values);
  return known;
}
