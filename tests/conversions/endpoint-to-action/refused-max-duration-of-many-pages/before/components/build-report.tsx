'use client';

import { useState } from 'react';

export function BuildReport({ year }: { year: number }) {
  const [pages, setPages] = useState(0);

  async function build() {
    const response = await fetch('/api/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ year }),
    });
    const report = await response.json();
    setPages(report.pages);
  }

  return <button onClick={build}>Build ({pages} pages)</button>;
}
