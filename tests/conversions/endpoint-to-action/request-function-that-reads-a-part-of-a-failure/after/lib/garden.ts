export async function water(name: string) {
  return name.length;
}
