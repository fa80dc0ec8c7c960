export { createProject, getProject, listProjects, removeProject } from './projects';
export type { Project } from './projects';
export { ApiError } from './request';
