type User = { id: string; active: boolean };

const emails: string[] = [];

export const users = {
  async current(): Promise<User | null> {
    return { id: "1", active: true };
  },
  async add(email: string) {
    emails.push(email);
  },
};

export function checkUser(user: User | null) {
  if (!user?.id) {
    return Response.json("Unauthorized", { status: 401 });
  }
  return user;
}
