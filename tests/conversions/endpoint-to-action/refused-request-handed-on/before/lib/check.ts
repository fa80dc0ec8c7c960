export async function check(request: Request) {
  console.log(request.url);
}
