export default function Conflict() {
  return <p>A page and a route handler at one URL</p>;
}
