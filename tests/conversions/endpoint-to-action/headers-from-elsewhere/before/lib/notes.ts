export async function save(text: string): Promise<void> {
  console.log(text);
}
