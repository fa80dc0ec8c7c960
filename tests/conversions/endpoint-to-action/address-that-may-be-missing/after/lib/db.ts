export interface Reminder {
  id: number;
  plate: string | null;
  title: string;
}

const reminders: Reminder[] = [];

export async function findReminders(plate: string | null): Promise<Reminder[]> {
  return reminders.filter((each) => each.plate === plate);
}

export async function addReminder(plate: string | null, title: string): Promise<Reminder> {
  const reminder = { id: reminders.length + 1, plate, title };
  reminders.push(reminder);
  return reminder;
}

export async function hasCar(plate: string): Promise<boolean> {
  return plate.length > 0;
}
