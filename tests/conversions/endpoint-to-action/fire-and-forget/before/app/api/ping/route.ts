let count = 0;

export async function /*|*/POST() {
  count++;
  console.log('ping', count);
  return Response.json({ count });
}
