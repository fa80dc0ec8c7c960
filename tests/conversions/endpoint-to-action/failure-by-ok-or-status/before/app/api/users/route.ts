import { checkUser, users } from "@/lib/users";

export async function /*|*/POST(req: Request) {
  try {
    const user = checkUser(await users.current());
    if (user instanceof Response) return user;
    const { email } = await req.json();
    if (!email) {
      return Response.json("An email is required", { status: 400 });
    }
    await users.add(email);
    return Response.json({ by: user.id });
  } catch (error) {
    return Response.json({ statusText: "Server error" }, { status: 500 });
  }
}
