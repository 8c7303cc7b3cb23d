import { z } from 'zod';
import { me } from './reference.ts';
import { instant } from './values.ts';

/** POST /api/sign-in */
export const signInRequest = z.object({
  userName: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
});
export const signInReply = z.object({
  /** bearer token for the desk's socket; kept in memory and in the session's own storage, never in a URL */
  token: z.string(),
  expiresAt: instant,
  me,
});
export type SignInReply = z.infer<typeof signInReply>;

/** GET /api/about, without signing in: what the sign-in page shows. */
export const about = z.object({
  product: z.literal('Ringside'),
  version: z.string(),
  protocol: z.number().int(),
  centreName: z.record(z.string(), z.string()),
  /** people a demo offers for one-click sign-in; absent outside the demo */
  demo: z
    .object({
      people: z.array(
        z.object({ userName: z.string(), name: z.string(), role: z.string(), password: z.string() }),
      ),
    })
    .nullable(),
});
export type About = z.infer<typeof about>;
