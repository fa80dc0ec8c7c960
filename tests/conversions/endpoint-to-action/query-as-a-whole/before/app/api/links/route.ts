import { withAdmin } from '../../../lib/with-admin';

const links = new Map<string, string>();

function parse(input: Record<string, unknown>) {
  return { domain: String(input.domain), key: String(input.key) };
}

export const /*|*/DELETE = withAdmin(async ({ searchParams }) => {
  const { domain, key } = parse(searchParams);
  return Response.json({ removed: links.delete(`${domain}/${key}`) });
});
