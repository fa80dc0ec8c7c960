import { mutate } from 'swr';

export const mutatePrefix = (prefix: string | string[]) =>
  mutate(
    (key: unknown) =>
      typeof key === 'string' &&
      (Array.isArray(prefix) ? prefix.some((each) => key.startsWith(each)) : key.startsWith(prefix)),
    undefined,
    { revalidate: true },
  );
