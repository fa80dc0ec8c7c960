export async function processText(text: string) {
  console.log(text);
}
