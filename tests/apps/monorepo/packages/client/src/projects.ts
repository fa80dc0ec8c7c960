import { request } from './request';

export type Project = { id: string; name: string };

export function listProjects(): Promise<Project[]> {
  return request('/projects');
}

export function createProject(name: string): Promise<Project> {
  return request('/projects', { method: 'POST', body: { name } });
}

export async function getProject(id: string): Promise<Project> {
  const response = await fetch(`/api/projects/${id}`);
  return (await response.json()) as Project;
}

export function removeProject(id: string): Promise<{ removed: string }> {
  return request(`/projects/${id}`, { method: 'DELETE' });
}
