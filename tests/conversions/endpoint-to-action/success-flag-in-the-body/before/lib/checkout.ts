export async function checkout(plan: string): Promise<{ url: string; name: string }> {
  return { url: `/paid?plan=${plan}`, name: plan };
}
