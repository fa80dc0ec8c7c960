import 'server-only';
import { Problem, problemResponse } from '@/lib/problems';
import { vote } from '@/lib/votes';

export async function createVote(readBody: () => Promise<{ option: string }>) {
  try {
    const { option }: { option: string } = await readBody();
    if (option === 'broken') {
      throw new Error('Broken');
    }
    if (option.length > 3) {
      throw new Problem(413, `No room for ${option}`);
    }
    const data = await vote(option);
    return { option, votes: data };
  } catch (error) {
    return problemResponse(error);
  }
}
