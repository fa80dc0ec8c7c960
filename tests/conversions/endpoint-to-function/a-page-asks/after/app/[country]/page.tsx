import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { getCities } from './get-cities';

export default async function Page({ params }: { params: Promise<{ country: string }> }) {
  const { country } = await params;
  await connection();
  const res = await getCities(String(country));
  if (!res.ok) {
    notFound();
  }
  const { cities } = res.data;

  return (
    <ul>
      {cities.map((city: { name: string }) => (
        <li key={city.name}>{city.name}</li>
      ))}
    </ul>
  );
}
