import { double } from "../../actions";

export async function POST(request: Request) {
  const { value } = await request.json();
  return Response.json(await double(value));
}
