'use client';

import { useEffect, useState } from 'react';
import { request, requestAction } from '@/lib/request';
import { createMember } from './actions';

export default function Page() {
  const [teams, setTeams] = useState<string[]>([]);
  const [size, setSize] = useState(0);

  useEffect(() => {
    request('/teams', { silent: true }).then((data) => setTeams(data?.teams ?? []));
  }, []);

  const join = async (team: string, name: string) => {
    const data = await requestAction(
      () => createMember({ id: team, name }),
      `/teams/${team}/members`,
      { success: `${name} joined` },
      team,
    );
    if (data) setSize(data.size);
  };

  return teams.map((team) => (
    <button key={team} onClick={() => join(team, 'Ann')}>
      {team} {size}
    </button>
  ));
}
