'use client';

import { like } from './actions';

export default function Page() {
	return (
		<button
			onClick={async () => {
				await like('first');
			}}
		>
			Like
		</button>
	);
}
