export async function currentUser() {
  return { id: '1', active: true };
}

export function checked(user: any) {
  if (!user?.active) {
    throw new Response('Forbidden', { status: 403 });
  }
  return user;
}
