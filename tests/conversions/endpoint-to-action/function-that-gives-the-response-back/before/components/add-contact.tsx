'use client';

import { addContact } from '@/lib/contacts-client';

export function AddContact() {
  const add = async (form: FormData) => {
    const res = await addContact(String(form.get('name')), String(form.get('mail')));
    if (!res.ok) {
      const { error } = await res.json();
      alert(error);
      return;
    }
    const { count } = await res.json();
    alert(`${count} contacts`);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(new FormData(event.currentTarget));
      }}
    >
      <input name="name" />
      <input name="mail" />
      <button>Add</button>
    </form>
  );
}
