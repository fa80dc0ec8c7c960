const todos = [];

export default async function /*|*/handler(req, res) {
  const { method } = req;

  switch (method) {
    case 'POST': {
      const { title } = req.body;
      // Titles are short.
      if (title.length > 80) {
        return res.status(400).send('Too long');
      }
      todos.push({ title });
      return res.status(201).json({ count: todos.length });
    }
    case 'DELETE': {
      todos.length = 0;
      return res.status(204).end();
    }
    default:
      res.setHeader('Allow', ['POST', 'DELETE']);
      res.status(405).end(`Method ${method} Not Allowed`);
  }
}
