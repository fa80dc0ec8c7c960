import { notFound } from 'next/navigation';

export default async function Page({ params }: { params: Promise<{ country: string }> }) {
  const { country } = await params;
  const res = await fetch(`${process.env.NEXT_PUBLIC_APP_URL}/api/cities?country=${country}`, { cache: 'no-store' });
  if (!res.ok) {
    notFound();
  }
  const { cities } = await res.json();

  return (
    <ul>
      {cities.map((city: { name: string }) => (
        <li key={city.name}>{city.name}</li>
      ))}
    </ul>
  );
}
