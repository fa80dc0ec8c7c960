export function relayUrl(dsn: string) {
  const target = new URL(dsn);
  return `https://${target.host}/api/${target.pathname.slice(1)}/events`;
}

export async function relay(dsn: string, event: string, send: typeof fetch = fetch) {
  const response = await send(relayUrl(dsn), { method: 'POST', body: event });
  return response.ok;
}
