export type Rule = { id: string; when: string };

export async function save(rules: Rule[]) {
  if (rules.length > 9) throw new Error('Too many');
  return rules.length;
}
