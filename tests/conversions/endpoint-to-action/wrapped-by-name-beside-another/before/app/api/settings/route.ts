import { readSettings, writeSettings } from '@/lib/settings';
import { withOwner } from '@/lib/with-owner';

const getSettings = async () => {
  return Response.json(await readSettings());
};

// The color is all that there is to set
const putSettings = async (request: Request) => {
  const { color } = (await request.json()) as { color: string };
  await writeSettings({ color });
  return Response.json({ saved: true });
};

export const GET = withOwner('read')(getSettings);
export const /*|*/PUT = withOwner('write')(putSettings);
