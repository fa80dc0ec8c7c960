import { addPost } from '../../lib/posts';
import { ApiError } from '../../lib/errors';
import { withErrors } from '../../lib/with-errors';

export default /*|*/withErrors('posts')(async (request, response) => {
  const title: string = request.body.title;
  if (!title) {
    throw new ApiError(400, 'A post needs a title');
  }
  response.status(201).json({ id: await addPost(title, 'someone') });
});
