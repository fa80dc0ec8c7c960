export const toast = {
  error(message: string) {
    console.log(message);
  },
  promise<T>(promise: Promise<T>, texts: { loading: string; success: string; error: (error: Error) => string }) {
    return promise.then(
      () => console.log(texts.success),
      (error) => console.log(texts.error(error)),
    );
  },
};
