export async function invite(slug: string, email: string, role: string): Promise<string> {
  console.log(slug, role);
  return email;
}
