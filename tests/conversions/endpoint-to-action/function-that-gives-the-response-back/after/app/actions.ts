'use server';

const contacts = new Map<string, string>();

export async function createContact({
  name,
  mail,
}: {
  name: string;
  mail: string;
}) {
  try {
    if (contacts.has(mail)) {
      return { ok: false as const, data: { error: 'Known already' } };
    }
    contacts.set(mail, name);
    return { ok: true as const, data: JSON.parse(JSON.stringify({ count: contacts.size })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
