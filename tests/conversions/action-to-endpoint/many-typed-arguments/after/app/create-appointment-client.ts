export async function createAppointment(
  patient: string,
  practitioner: string,
  startsAt: string,
  minutes?: number,
  remarks?: string,
): Promise<{ id: string }> {
  const response = await fetch('/api/create-appointment', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ patient, practitioner, startsAt, minutes, remarks }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/create-appointment answered ${response.status}`);
  }
  return response.json();
}
