'use server';

export async function uploadImage(formData: FormData) {
  try {
    const file = formData.get('file');
    if (!(file instanceof File)) {
      return { ok: false as const, data: 'A file is missing' };
    }
    return { ok: true as const, data: { url: `/images/${file.name}` } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}
