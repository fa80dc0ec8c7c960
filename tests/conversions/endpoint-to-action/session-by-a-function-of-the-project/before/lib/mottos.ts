export async function saveMotto(email: string, motto: string): Promise<{ motto: string }> {
  return { motto: `${motto} (${email})` };
}
