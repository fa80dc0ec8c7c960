'use client';

import { useState } from 'react';
import { createReport } from '@/app/actions';

export function BuildReport({ year }: { year: number }) {
  const [pages, setPages] = useState(0);

  async function build() {
    const report = await createReport(year);
    setPages(report.pages);
  }

  return <button onClick={build}>Build ({pages} pages)</button>;
}
