import { tasksOf } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const GET = withTeam(async ({ req, team }) => {
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      const send = () => {
        const open = tasksOf(team.id).filter((task) => !task.done).length;
        controller.enqueue(encoder.encode(`data: ${JSON.stringify({ open })}\n\n`));
      };
      send();
      const timer = setInterval(send, 5000);
      req.signal.addEventListener('abort', () => {
        clearInterval(timer);
        controller.close();
      });
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' } });
});
