import 'server-only';
import { cache } from 'react';

export const getUser = cache(async (id: string) => ({ id }));
