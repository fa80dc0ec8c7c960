export interface Profile {
  name: string;
  motto: string;
}

const profiles = new Map<string, Profile>([['ada', { name: 'Ada', motto: 'Onwards' }]]);

export async function profileOf(user: string): Promise<Profile | undefined> {
  return profiles.get(user);
}

export async function saveProfile(user: string, profile: Profile): Promise<void> {
  profiles.set(user, profile);
}

export async function dropProfile(user: string): Promise<void> {
  profiles.delete(user);
}
