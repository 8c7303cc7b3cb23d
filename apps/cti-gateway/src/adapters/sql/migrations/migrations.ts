import { first } from './0001-first.ts';
import { floor } from './0002-floor.ts';
import { complaints } from './0003-complaints.ts';
import { rota } from './0004-rota.ts';
import type { Migration } from './migration.ts';

/** All steps in order. The last one is what this software knows. */
export const migrations: readonly Migration[] = [first, floor, complaints, rota];
