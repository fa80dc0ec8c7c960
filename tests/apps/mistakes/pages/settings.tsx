import { useState } from 'react';
import { saveSettings } from '../app/actions/settings';

export default function Settings() {
  const [saved, setSaved] = useState(false);

  async function handleSave() {
    const result = await saveSettings({ newsletter: true });
    setSaved(result.saved);
  }

  return <button onClick={handleSave}>{saved ? 'Saved' : 'Save'}</button>;
}
