const invoices = [];

exports.all = () => invoices;

exports.add = (customer, amount) => {
  const invoice = { id: invoices.length + 1, customer, amount };
  invoices.push(invoice);
  return invoice;
};
