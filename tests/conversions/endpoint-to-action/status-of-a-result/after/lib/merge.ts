export async function merge(ids: string[]): Promise<any> {
  return ids.length > 1 ? { id: ids[0] } : { error: 'One is not enough', status: 422 };
}

export async function undo(id: string): Promise<{ success: boolean; status?: number; message: string }> {
  return { success: id.length > 1, message: 'Nothing to undo' };
}
