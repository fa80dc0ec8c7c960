'use client';

export default function Page({ user }: { user: { id: string } }) {
  return (
    <button
      onClick={() => {
        fetch(`/api/users/${user.id}`, { method: 'DELETE' }).then(() => location.reload());
      }}
    >
      Delete
    </button>
  );
}
