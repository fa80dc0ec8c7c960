import { BuildReport } from '@/components/build-report';

export const dynamic = 'force-dynamic';
export const revalidate = 0; // never

export default function Page() {
  return <BuildReport year={new Date().getFullYear()} />;
}
