let balance = 0;

export async function deposit(cents: number, _paidAt?: string) {
  balance += cents;
  return balance;
}
