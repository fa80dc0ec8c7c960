export async function upload(formData: FormData): Promise<void> {
  const response = await fetch('/api/upload', {
    method: 'POST',
    body: formData,
  });
  if (!response.ok) {
    throw new Error(`POST /api/upload answered ${response.status}`);
  }
}
