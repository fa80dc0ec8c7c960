export const loan = {
  parse(value: unknown) {
    const { book } = value as { book?: string };
    if (!book) throw new Error('Which book?');
    return { book };
  },
};

export async function lend(book: string, reader = 'somebody') {
  return book === 'atlas' ? null : { book, reader };
}
