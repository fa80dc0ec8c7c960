export interface Customer {
  id: string;
  mayOrder: boolean;
}

export async function customerOf(id: string | undefined): Promise<Customer | null> {
  return id ? { id, mayOrder: id !== 'guest' } : null;
}
