export async function enqueue(event: string, dealId: string | null, first: boolean) {
  console.log(event, dealId, first);
}
