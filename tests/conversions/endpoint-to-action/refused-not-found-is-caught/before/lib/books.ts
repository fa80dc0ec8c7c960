export interface Book {
  id: string;
  title: string;
  isLent: boolean;
}

const books: Book[] = [{ id: '1', title: 'Middlemarch', isLent: false }];

export async function findBook(id: string): Promise<Book | undefined> {
  return books.find((book) => book.id === id);
}
