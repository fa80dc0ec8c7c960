'use client';

import { useState } from 'react';
import { ApiError, createProject, listProjects, removeProject, type Project } from '@acme/client';
import { Button } from '@acme/ui';
import { rename } from './actions';

export function ProjectList({ initial }: { initial: Project[] }) {
  const [projects, setProjects] = useState(initial);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');

  async function handleCreate() {
    try {
      await createProject(name);
      setProjects(await listProjects());
      setName('');
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : 'Something went wrong');
    }
  }

  async function handleRename(id: string) {
    const result = await rename(id, name);
    if (result.error) {
      setProblem(result.error);
    }
  }

  return (
    <main>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <Button onClick={handleCreate}>Create</Button>
      <p>{problem}</p>
      <ul>
        {projects.map((project) => (
          <li key={project.id}>
            {project.name} <Button onClick={() => handleRename(project.id)}>Rename</Button>
            <Button onClick={() => removeProject(project.id).then(listProjects).then(setProjects)}>Remove</Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
