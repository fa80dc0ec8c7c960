'use server';

const apiKey = process.env.MAIL_API_KEY ?? 'not set';

export async function saveSettings(settings: { newsletter: boolean }) {
  console.log('Saved with', apiKey, settings);
  return { saved: true };
}
