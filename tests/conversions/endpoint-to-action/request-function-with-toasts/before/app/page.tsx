'use client';

import { useEffect, useState } from 'react';
import { request } from '@/lib/request';

export default function Page() {
  const [teams, setTeams] = useState<string[]>([]);
  const [size, setSize] = useState(0);

  useEffect(() => {
    request('/teams', { silent: true }).then((data) => setTeams(data?.teams ?? []));
  }, []);

  const join = async (team: string, name: string) => {
    const data = await request(
      `/teams/${team}/members`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name }),
        success: `${name} joined`,
      },
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
