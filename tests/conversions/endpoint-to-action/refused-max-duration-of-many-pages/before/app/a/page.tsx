import { BuildReport } from '@/components/build-report';

/** What one sees first */
export default function Page() {
  return <BuildReport year={2026} />;
}
