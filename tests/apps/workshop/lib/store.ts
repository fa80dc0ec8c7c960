export type Role = 'owner' | 'member';
export type User = { id: string; email: string; name: string };
export type Team = { id: string; slug: string; name: string; plan: 'free' | 'pro'; avatar: string | null };
export type Membership = { id: string; teamId: string; userId: string; role: Role };
export type Label = { id: string; teamId: string; name: string; color: string };
export type Comment = { id: string; authorId: string; text: string; createdAt: Date };
export type Task = {
  id: string;
  teamId: string;
  title: string;
  done: boolean;
  position: number;
  assigneeId: string | null;
  labelIds: string[];
  dueAt: Date | null;
  comments: Comment[];
};
export type ApiKey = { id: string; teamId: string; token: string };

type Store = {
  users: User[];
  teams: Team[];
  memberships: Membership[];
  labels: Label[];
  tasks: Task[];
  apiKeys: ApiKey[];
  feedback: { email: string; text: string }[];
  subscribers: string[];
};

const holder = globalThis as unknown as { workshopStore?: Store };

export const store: Store = (holder.workshopStore ??= seed());

export function newId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().slice(0, 8)}`;
}

function seed(): Store {
  return {
    users: [
      { id: 'user_ada', email: 'ada@example.com', name: 'Ada' },
      { id: 'user_bob', email: 'bob@example.com', name: 'Bob' },
    ],
    teams: [{ id: 'team_1', slug: 'bikes', name: 'Bike repair', plan: 'free', avatar: null }],
    memberships: [
      { id: 'member_1', teamId: 'team_1', userId: 'user_ada', role: 'owner' },
      { id: 'member_2', teamId: 'team_1', userId: 'user_bob', role: 'member' },
    ],
    labels: [{ id: 'label_1', teamId: 'team_1', name: 'Urgent', color: '#c00' }],
    tasks: [
      {
        id: 'task_1',
        teamId: 'team_1',
        title: 'True the front wheel',
        done: false,
        position: 1,
        assigneeId: 'user_bob',
        labelIds: ['label_1'],
        dueAt: null,
        comments: [],
      },
    ],
    apiKeys: [],
    feedback: [],
    subscribers: [],
  };
}
