export async function latest() {
  return { at: new Date(), by: 'Ada' };
}
