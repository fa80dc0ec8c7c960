import { connection } from 'next/server';
import { allProjects } from '@/lib/projects';
import { ProjectList } from './project-list';

export default async function ProjectsPage() {
  await connection();
  return <ProjectList initial={allProjects()} />;
}
