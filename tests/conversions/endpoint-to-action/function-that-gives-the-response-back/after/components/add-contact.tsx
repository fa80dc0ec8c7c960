'use client';

import { createContact } from '@/app/actions';

export function AddContact() {
  const add = async (form: FormData) => {
    const res = await createContact({ name: String(form.get('name')), mail: String(form.get('mail')) });
    if (!res.ok) {
      const { error } = res.data!;
      alert(error);
      return;
    }
    const { count } = res.data;
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
