import { append } from '../../lib/store';

export default async function /*|*/handler(req, res) {
  if (req.method === 'POST') {
    const { email, message } = req.body;
    if (!email || !message) {
      return res.status(400).json({ error: 'Please fill in both fields' });
    }
    const saved = await append({ email, message });
    return res.status(200).json({ message: `Thank you, ${saved.email}!`, number: saved.id });
  }

  res.setHeader('Allow', 'POST');
  res.status(405).end(`Method ${req.method} Not Allowed`);
}
