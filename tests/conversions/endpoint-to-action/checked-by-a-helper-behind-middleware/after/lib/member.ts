import { auth } from '@clerk/nextjs';
import { db } from '@/lib/db';

export const memberOfNow = async () => {
  const { userId } = auth();
  if (!userId) {
    return null;
  }
  return db.members.get(userId) ?? null;
};
