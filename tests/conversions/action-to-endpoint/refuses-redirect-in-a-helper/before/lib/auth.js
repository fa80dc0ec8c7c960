import { redirect } from 'next/navigation';

export async function requireUser() {
  redirect('/login');
}
