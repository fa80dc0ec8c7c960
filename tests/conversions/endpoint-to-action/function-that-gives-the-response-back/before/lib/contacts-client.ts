const headers = { 'Content-Type': 'application/json' };

// Adds a contact.
export const addContact = (name: string, mail: string) =>
  fetch('/api/contacts', { method: 'POST', headers, body: JSON.stringify({ name, mail }) });
