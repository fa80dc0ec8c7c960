export function log(...parts) {
  console.log(...parts);
}
