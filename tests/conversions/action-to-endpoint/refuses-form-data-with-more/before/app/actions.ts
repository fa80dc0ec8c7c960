'use server';

export async function /*|*/act(id: string, formData: FormData): Promise<string> {
  return `${id} ${formData.get('name')}`;
}
