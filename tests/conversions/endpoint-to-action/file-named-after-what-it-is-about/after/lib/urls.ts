export async function setActive(id: string, active: boolean): Promise<void> {
  console.log(id, active);
}
