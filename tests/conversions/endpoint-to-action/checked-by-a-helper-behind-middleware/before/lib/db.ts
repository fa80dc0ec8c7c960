export interface Member {
  id: string;
}

export const db = { members: new Map<string, Member>(), boards: new Map<string, { title: string; owner: string }>() };
