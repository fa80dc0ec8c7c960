interface Messages {
  loading: string
  success: string | (() => string)
  error: string
}

export const toast = {
  promise: (promise: Promise<unknown>, { success, error }: Messages) => {
    promise.then(
      () => alert(typeof success === 'string' ? success : success()),
      () => alert(error),
    )
  },
}
