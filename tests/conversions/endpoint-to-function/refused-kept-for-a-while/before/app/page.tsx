export default async function Page() {
  const res = await fetch('http://localhost:3000/api/names', { next: { revalidate: 60 } });
  const { name } = await res.json();
  return <p>{name}</p>;
}
