export async function run(what: string, id: string) {
  console.log(what, id);
}
