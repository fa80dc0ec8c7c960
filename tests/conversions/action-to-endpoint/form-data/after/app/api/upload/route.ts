import { revalidateTag } from 'next/cache';

async function upload(formData: FormData): Promise<void> {
  const file = formData.get('file');
  console.log(file instanceof File ? file.size : 0);
  revalidateTag('files', 'max');
}

export async function POST(request: Request) {
  await upload(await request.formData());
  return new Response(null, { status: 204 });
}
