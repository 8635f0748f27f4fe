import { z } from "zod";

/** Longest title that is accepted, in characters. */
export const maxTitleLength = 200;

/** How urgent a task is. */
export const taskPriority = z.enum(["low", "medium", "high"]);

/** What a client sends to create a task; unknown fields are refused. */
export const newTask = z.strictObject({
  title: z.string().trim().min(1).max(maxTitleLength),
  description: z.string().max(10_000).default(""),
  due_at: z.iso.datetime({ offset: true }).nullable().default(null),
  priority: taskPriority.default("medium"),
});

/** What a client sends to change a task: any of the fields of {@link newTask}, and `completed`. */
export const taskChange = z
  .strictObject({
    title: newTask.shape.title,
    description: z.string().max(10_000),
    due_at: z.iso.datetime({ offset: true }).nullable(),
    priority: taskPriority,
    completed: z.boolean(),
  })
  .partial();

/** A task as the API returns it. `version` is its ETag: it grows by one with each change. */
export const task = z.strictObject({
  id: z.uuid(),
  user_id: z.string().min(1),
  title: z.string(),
  description: z.string(),
  due_at: z.iso.datetime({ offset: true }).nullable(),
  priority: taskPriority,
  completed: z.boolean(),
  version: z.int().positive(),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
});

export type NewTask = z.infer<typeof newTask>;
export type TaskChange = z.infer<typeof taskChange>;
export type Task = z.infer<typeof task>;

/** Credentials of a sign-in. */
export const signIn = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signIn>;
