'use client';

export default function Page({ user }) {
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
