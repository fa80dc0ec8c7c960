export const spinner = { show() {}, hide() {} };
export const toast = { success(text: string) {}, error(text: string) {} };
