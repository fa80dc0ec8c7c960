import { SettingsForm } from './settings-form';
import { ProfileForm } from './profile-form';

export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return (
    <main>
      <SettingsForm slug={slug} />
      <ProfileForm />
    </main>
  );
}
