export const toast = {
  success(message: string) {
    console.log(message);
  },
  error(message: string) {
    console.log(message);
  },
  promise<T>(promise: Promise<T>, texts: { loading: string; success: string; error: string | ((error: Error) => string) }) {
    return promise.then(
      () => console.log(texts.success),
      (error) => console.log(typeof texts.error === 'string' ? texts.error : texts.error(error)),
    );
  },
};
