export interface Settings {
  color: string;
}

export async function readSettings(): Promise<Settings> {
  return { color: 'green' };
}

export async function writeSettings(settings: Settings): Promise<void> {
  console.log(settings.color);
}
