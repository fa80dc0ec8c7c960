const { all } = require('../../../lib/invoices');

module.exports = async (req, res) => {
  const invoice = all().find(({ id }) => id === Number(req.query.id));

  switch (req.method) {
    case 'GET':
      if (!invoice) {
        res.status(404).json({ error: 'No such invoice' });
        break;
      }
      res.json(invoice);
      break;
    case 'DELETE':
      all().splice(all().indexOf(invoice), 1);
      res.status(204).end();
      break;
    default:
      res.status(405).end('Method Not Allowed');
  }
};
