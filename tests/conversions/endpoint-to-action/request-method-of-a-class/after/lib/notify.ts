export function notify(text: string) {
  console.log(text);
}
