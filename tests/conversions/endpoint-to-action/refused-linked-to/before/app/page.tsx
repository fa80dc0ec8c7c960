export default function Page() {
  return <a href="/api/names">Download</a>;
}
