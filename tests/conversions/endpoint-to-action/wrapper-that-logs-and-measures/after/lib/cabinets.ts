export interface Cabinet {
  label: string;
  changed: Date;
}

export const cabinets = new Map<string, Cabinet>();
