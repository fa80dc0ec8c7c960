import { uploadLike } from '@/app/likes/upload-like';

export const POST = async (request: Request): Promise<Response> => {
  const formData = await request.formData();
  const { status, data } = await uploadLike(formData);
  return Response.json(data, { status });
};
