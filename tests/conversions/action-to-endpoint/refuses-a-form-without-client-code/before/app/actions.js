'use server';

export async function /*|*/act(formData) {
  console.log(formData.get('name'));
}
