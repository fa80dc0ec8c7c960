'use server';

import { client } from './client';

export const /*|*/act = client.schema({}).action(async ({ parsedInput }) => {
  return parsedInput;
});
