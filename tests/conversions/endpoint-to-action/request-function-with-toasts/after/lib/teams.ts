const teams = new Map<string, string[]>();

export async function join(team: string, name: string): Promise<number> {
  const members = teams.get(team) ?? [];
  if (members.length > 9) throw new Error('Full');
  members.push(name);
  teams.set(team, members);
  return members.length;
}
