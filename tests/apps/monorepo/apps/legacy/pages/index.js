import { useEffect, useState } from 'react';

export default function Invoices() {
  const [invoices, setInvoices] = useState([]);
  const [error, setError] = useState(null);

  function load() {
    return fetch('/legacy/api/invoices')
      .then((res) => res.json())
      .then(setInvoices);
  }

  useEffect(() => {
    load();
  }, []);

  async function handleSubmit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const res = await fetch('/legacy/api/invoices', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(form)),
    });
    if (!res.ok) {
      setError(await res.text());
      return;
    }
    load();
  }

  async function remove(id) {
    await fetch('/legacy/api/invoices/' + id, { method: 'DELETE' });
    load();
  }

  return (
    <form onSubmit={handleSubmit}>
      <input name="customer" />
      <input name="amount" type="number" />
      <button>Add</button>
      {error && <p>{error}</p>}
      {invoices.map((invoice) => (
        <p key={invoice.id}>
          {invoice.customer}: {invoice.amount}{' '}
          <button type="button" onClick={() => remove(invoice.id)}>
            Delete
          </button>
        </p>
      ))}
    </form>
  );
}
