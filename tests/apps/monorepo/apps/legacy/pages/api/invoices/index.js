import { add, all } from 'lib/invoices';

const methods = {
  GET(req, res) {
    res.status(200).json(all());
  },

  POST(req, res) {
    const { customer, amount } = req.body;
    if (!customer) {
      res.status(400).send('A customer is needed');
      return;
    }
    res.status(201).json(add(customer, amount));
  },
};

export default function handler(req, res) {
  const method = methods[req.method];
  if (!method) {
    res.setHeader('Allow', Object.keys(methods));
    return res.status(405).end();
  }
  return method(req, res);
}
