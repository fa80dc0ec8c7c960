export function useMutation<T, V>(options: { mutationFn: (variables: V) => Promise<T>; onSuccess?: (data: T) => void }) {
  return { mutate: (variables: V) => options.mutationFn(variables).then(options.onSuccess) };
}
