'use server';

import { cache } from 'react';

export const /*|*/getUser = cache(async (id: string) => ({ id }));
