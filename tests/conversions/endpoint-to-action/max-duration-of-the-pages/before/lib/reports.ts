export async function buildReport(year: number): Promise<{ pages: number }> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { pages: year % 100 };
}
