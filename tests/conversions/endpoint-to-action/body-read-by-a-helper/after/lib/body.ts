export async function readJson(request: Request) {
  try {
    return await request.json();
  } catch {
    throw new Error('The body is no JSON');
  }
}
