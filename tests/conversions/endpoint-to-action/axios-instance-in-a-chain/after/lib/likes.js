export async function like(id) {
  return id.length;
}
