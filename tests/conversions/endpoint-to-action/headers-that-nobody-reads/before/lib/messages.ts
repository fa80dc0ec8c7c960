export async function send(text: string) {
  return text.length;
}
