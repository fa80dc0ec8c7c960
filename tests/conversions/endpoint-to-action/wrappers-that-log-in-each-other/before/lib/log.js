export const log = {
  info: (text, about) => console.info(text, about),
  warn: (text, about) => console.warn(text, about),
};
