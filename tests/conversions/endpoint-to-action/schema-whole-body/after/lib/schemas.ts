export const userSchema = {
  safeParse(value: unknown) {
    const { name, email } = value as { name: string; email: string };
    return email.includes('@')
      ? { success: true as const, data: { name, email } }
      : { success: false as const, error: { issues: [{ message: 'That is no email address' }] } };
  },
};
