export async function shear(name: string, by: string) {
  return name === by ? 0 : 3;
}
