export function logged(what: string, name: string): void {
  console.log(what, name);
}
