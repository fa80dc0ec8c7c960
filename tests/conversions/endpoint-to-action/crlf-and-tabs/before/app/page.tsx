'use client';

export default function Page() {
	return (
		<button
			onClick={async () => {
				await fetch('/api/like', {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ post: 'first' }),
				});
			}}
		>
			Like
		</button>
	);
}
