export async function send(text: string) {
  console.log(text);
}
