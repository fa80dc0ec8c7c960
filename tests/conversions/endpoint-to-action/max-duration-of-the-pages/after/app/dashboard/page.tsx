import { BuildReport } from '@/components/build-report';

export const maxDuration = 120;

/** What one sees first */
export default function Page() {
  return <BuildReport year={2026} />;
}
