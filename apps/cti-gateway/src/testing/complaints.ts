import { z } from 'zod';
import { complaints } from '../config/complaints.ts';
import type { Complaints } from '../domain/centre/complaints.ts';

/** How the cast's centre deals with complaints: as every centre does until it sets its own. */
export const builtInComplaints: Complaints = z.object(complaints).parse({});
