import { readSettings } from '@/lib/settings';
import { withOwner } from '@/lib/with-owner';

const getSettings = async () => {
  return Response.json(await readSettings());
};

export const GET = withOwner('read')(getSettings);
