export default async function Page() {
  const res = await fetch('http://localhost:3000/api/names', { cache: "no-store" });
  const { name } = await res.json();
  return <p>{name}</p>;
}
