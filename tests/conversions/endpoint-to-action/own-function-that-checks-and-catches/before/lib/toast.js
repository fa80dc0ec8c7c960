export const toast = {
  success: (message) => console.log(message),
  error: (message) => console.log(message),
};
