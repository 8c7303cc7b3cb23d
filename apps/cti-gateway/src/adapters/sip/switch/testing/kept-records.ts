import type { LegRecord, SwitchEvent } from '../../../../ports/switch.ts';

/** The records as the store has them. */
export function kept(events: readonly SwitchEvent[]): readonly LegRecord[] {
  const records = new Map<string, LegRecord>();
  for (const event of events) {
    if (event.type !== 'legRecord') continue;
    const { callId, legId, record } = event;
    if (record === null) records.delete(legId);
    else records.set(legId, { callId, legId, record });
  }
  return [...records.values()];
}
