'use server';

import { cookies } from 'next/headers';
import { dropProfile, saveProfile } from '@/lib/profiles';

export async function updateProfile({
  name,
  motto,
}: {
  name: string;
  motto: string;
}) {
  try {
    const user = (await cookies()).get('user')?.value;
    if (!user) {
      return { ok: false as const };
    }
    await saveProfile(user, { name, motto });
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}

export async function deleteProfile() {
  try {
    const user = (await cookies()).get('user')?.value;
    if (user) {
      await dropProfile(user);
    }
  } catch (error) {
    console.error(error);
  }
}
