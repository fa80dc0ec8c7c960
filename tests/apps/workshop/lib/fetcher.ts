export const fetcher = async (url: string) => {
  const res = await fetch(url);
  if (!res.ok) {
    throw new Error((await res.json())?.error?.message ?? 'An error occurred while fetching the data.');
  }
  return res.json();
};
