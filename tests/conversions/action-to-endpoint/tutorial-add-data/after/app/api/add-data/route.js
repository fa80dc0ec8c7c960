import { revalidatePath } from 'next/cache';
import { append } from '@/lib/store';

async function addData(data) {
  const entry = await append('entries', { text: data.text });
  revalidatePath('/profile');
  return entry;
}

export async function POST(request) {
  const { data } = await request.json();
  return Response.json(await addData(data));
}
