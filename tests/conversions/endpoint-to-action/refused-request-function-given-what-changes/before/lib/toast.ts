export const toast = {
  success: (text: string, ...details: string[]) => console.log(text, ...details),
  error: (text: string, ...details: string[]) => console.error(text, ...details),
};
