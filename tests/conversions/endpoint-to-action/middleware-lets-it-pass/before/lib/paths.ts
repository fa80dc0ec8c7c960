const FOR_MEMBERS = ['/account', '/api/account'];

export const isForMembers = (path: string) =>
  FOR_MEMBERS.some((each) => path === each || path.startsWith(`${each}/`));
