export async function deleteUser(id: string) {
  console.log(id);
}
