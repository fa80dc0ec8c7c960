"use client";

import { useState } from "react";
import { createUser } from "./actions";

export default function Page() {
  const [text, setText] = useState("");

  const handleCreate = async (email: string) => {
    const response = await createUser(email);
    if (!response.ok || response.status !== 200) {
      setText(response.data);
    } else {
      setText("Created");
    }
  };

  return <button onClick={() => handleCreate("ada@example.com")}>{text}</button>;
}
