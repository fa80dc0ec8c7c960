import { BuildReport } from '@/components/build-report';

export const maxDuration = 300;

export default function Page() {
  return <BuildReport year={2025} />;
}
