'use server';

import { revalidateTag } from 'next/cache';

export async function /*|*/upload(formData: FormData): Promise<void> {
  const file = formData.get('file');
  console.log(file instanceof File ? file.size : 0);
  revalidateTag('files', 'max');
}
