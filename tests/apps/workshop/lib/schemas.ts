import { z } from 'zod';

export const createTaskSchema = z.object({
  title: z.string().trim().min(1, 'A task needs a title').max(120),
  dueAt: z.coerce.date().nullish(),
  labelIds: z.array(z.string()).default([]),
});

export const updateTaskSchema = createTaskSchema.partial().extend({
  done: z.boolean().optional(),
  assigneeId: z.string().nullish(),
});

export const labelSchema = z.object({
  name: z.string().min(1, 'A label needs a name'),
  color: z.string().regex(/^#[0-9a-f]{3,6}$/i, 'That is not a color'),
});

export const inviteSchema = z.object({
  email: z.email(),
  role: z.enum(['owner', 'member']),
});

export const teamSchema = z.object({
  slug: z.string(),
  name: z.string().min(2).max(60),
});
