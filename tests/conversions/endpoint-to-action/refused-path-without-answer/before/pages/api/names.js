export default function /*|*/handler(req, res) {
  const { name } = req.body;
  if (name) {
    res.status(200).json({ name });
  }
}
