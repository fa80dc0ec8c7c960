export const bells = { rung: 0 };
