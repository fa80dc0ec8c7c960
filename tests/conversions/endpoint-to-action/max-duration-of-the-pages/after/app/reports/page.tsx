import { BuildReport } from '@/components/build-report';

export const dynamic = 'force-dynamic';
export const revalidate = 0; // never
export const maxDuration = 120;

export default function Page() {
  return <BuildReport year={new Date().getFullYear()} />;
}
