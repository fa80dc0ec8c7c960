export function show(text) {
  console.log(text);
}
