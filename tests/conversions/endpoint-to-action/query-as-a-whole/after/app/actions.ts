'use server';

import { checkAdmin } from '../lib/with-admin';

const links = new Map<string, string>();

function parse(input: Record<string, unknown>) {
  return { domain: String(input.domain), key: String(input.key) };
}

export async function deleteLinks({
  domain: domainValue,
  key: keyValue,
}: {
  domain: string;
  key: string;
}) {
  try {
    const refusal = await checkAdmin();
    if (refusal instanceof Response) {
      return { ok: false as const };
    }

    const { domain, key } = parse({ domain: domainValue, key: keyValue });
    return { ok: true as const, data: JSON.parse(JSON.stringify({ removed: links.delete(`${domain}/${key}`) })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
