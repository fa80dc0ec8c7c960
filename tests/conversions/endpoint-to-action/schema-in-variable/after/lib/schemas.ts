export const userSchema = {
  parse(value: unknown) {
    return value as { name: string; email: string };
  },
};
