"use client";

import { useState } from "react";

export default function Page() {
  const [text, setText] = useState("");

  const handleCreate = async (email: string) => {
    const response = await fetch("/api/users", {
      method: "POST",
      body: JSON.stringify({ email }),
    });
    if (!response.ok || response.status !== 200) {
      setText(await response.text());
    } else {
      setText("Created");
    }
  };

  return <button onClick={() => handleCreate("ada@example.com")}>{text}</button>;
}
