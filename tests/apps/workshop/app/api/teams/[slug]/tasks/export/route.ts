import { tasksOf } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const GET = withTeam(async ({ team }) => {
  const lines = tasksOf(team.id).map((task) => `${task.id},${JSON.stringify(task.title)},${task.done}`);
  return new Response(['id,title,done', ...lines].join('\n'), {
    headers: {
      'Content-Type': 'text/csv',
      'Content-Disposition': `attachment; filename="${team.slug}-tasks.csv"`,
    },
  });
});
