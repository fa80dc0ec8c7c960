import { createKite } from '@/app/create-kite';

export async function POST(request: Request) {
  return createKite(() => request.json());
}
