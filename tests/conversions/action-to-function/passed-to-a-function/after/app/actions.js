import 'server-only';

export async function price(id) {
  return id * 2;
}
