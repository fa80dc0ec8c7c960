import type { Project } from '@acme/client';

const projects = new Map<string, Project>();

export function allProjects(): Project[] {
  return [...projects.values()];
}

export function findProject(id: string): Project | undefined {
  return projects.get(id);
}

export function addProject(name: string): Project {
  const project = { id: crypto.randomUUID(), name };
  projects.set(project.id, project);
  return project;
}

export function renameProject(id: string, name: string): Project | undefined {
  const project = projects.get(id);
  if (project) {
    project.name = name;
  }
  return project;
}

export function removeProject(id: string): boolean {
  return projects.delete(id);
}
