import { tasksOf } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const maxDuration = 60;

export const POST = withTeam(async ({ req, team }) => {
  const { question } = (await req.json()) as { question: string };
  const words = `You asked “${question}”. ${team.name} has ${tasksOf(team.id).length} tasks.`.split(' ');
  const encoder = new TextEncoder();

  const stream = new ReadableStream({
    async start(controller) {
      for (const word of words) {
        controller.enqueue(encoder.encode(`${word} `));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      controller.close();
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
});
