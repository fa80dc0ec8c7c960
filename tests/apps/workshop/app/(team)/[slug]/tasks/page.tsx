import { NewTaskForm } from './new-task-form';
import { TaskList } from './task-list';

export default async function TasksPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return (
    <main>
      <NewTaskForm slug={slug} />
      <TaskList slug={slug} />
    </main>
  );
}
