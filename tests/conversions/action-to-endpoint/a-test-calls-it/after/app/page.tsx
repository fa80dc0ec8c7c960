"use client";

import { double } from "./double-client";

export default function Page() {
  return <button onClick={async () => alert(await double(21))}>Double</button>;
}
