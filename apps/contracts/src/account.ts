import { z } from "zod";

/** Name by which a user signs in; it is the user's id everywhere. */
export const username = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w.@-]+$/, { error: "Only letters, digits and . _ @ - may stand in a user name" });

/** Credentials of a sign-in. */
export const signIn = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });

/** What a client sends to get an account. */
export const newAccount = z.strictObject({
  username: username.min(3),
  password: z.string().min(10).max(200),
  /** Where reminders by email go; without it there are none. */
  email: z.email().max(254).nullable().default(null),
});

/** A started session: send `token` as `Authorization: Bearer`. */
export const session = z.strictObject({
  token: z.string(),
  token_type: z.literal("Bearer"),
  /** Seconds until the token expires. */
  expires_in: z.int().positive(),
  user_id: z.string(),
});

/** What the user who is signed in sees and may change of the own account. */
export const account = z.strictObject({ user_id: z.string(), email: z.string().nullable() });
export const accountChange = z.strictObject({ email: newAccount.shape.email.unwrap() });

/** Where a user is reached outside of the page; answered to apps only. */
export const contact = z.strictObject({ user_id: z.string(), email: z.string().nullable() });

export type SignIn = z.infer<typeof signIn>;
export type NewAccount = z.infer<typeof newAccount>;
export type Session = z.infer<typeof session>;
export type Account = z.infer<typeof account>;
export type Contact = z.infer<typeof contact>;
