async function createAppointment(
  patient: string,
  practitioner: string,
  startsAt: string,
  minutes = 30,
  remarks?: string,
): Promise<{ id: string }> {
  return { id: [patient, practitioner, startsAt, minutes, remarks].join('-') };
}

export async function POST(request: Request) {
  const {
    patient,
    practitioner,
    startsAt,
    minutes,
    remarks,
  }: {
    patient: string;
    practitioner: string;
    startsAt: string;
    minutes?: number;
    remarks?: string;
  } = await request.json();
  return Response.json(
    await createAppointment(patient, practitioner, startsAt, minutes, remarks),
  );
}
