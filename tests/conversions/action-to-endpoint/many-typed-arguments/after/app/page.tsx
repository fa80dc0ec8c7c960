'use client';

import { createAppointment } from './create-appointment-client';

export default function Page() {
  return <button onClick={() => createAppointment('a', 'b', '2030-01-01')}>Create</button>;
}
