export interface Note {
  id: string;
  text: string;
}

export const notes = {
  async find(id: string): Promise<Note | null> {
    return { id, text: 'A note' };
  },
  async remove(id: string) {
    console.log(id);
  },
};
