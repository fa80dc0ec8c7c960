'use server';

export async function /*|*/createAppointment(
  patient: string,
  practitioner: string,
  startsAt: string,
  minutes = 30,
  remarks?: string,
): Promise<{ id: string }> {
  return { id: [patient, practitioner, startsAt, minutes, remarks].join('-') };
}
