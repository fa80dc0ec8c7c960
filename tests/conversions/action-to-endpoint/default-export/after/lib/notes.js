export async function write(text) {
  console.log(text);
}
