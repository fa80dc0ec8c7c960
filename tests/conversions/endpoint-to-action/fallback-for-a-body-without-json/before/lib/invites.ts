const emails = new Set<string>();

export const invites = {
  async has(email: string) {
    return emails.has(email);
  },
  async send(email: string): Promise<string> {
    emails.add(email);
    return `invite-${emails.size}`;
  },
};
