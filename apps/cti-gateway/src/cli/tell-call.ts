import type { CallEnd, CallProgress } from '../adapters/demo/call-progress.ts';

/** A step of a call for the person who placed it; null where nothing is worth a line. */
export function progressLine(progress: CallProgress): string {
  switch (progress.is) {
    case 'calling':
      return 'Calling …';
    case 'ringing':
      return 'It rings.';
    case 'answered':
      return 'Answered. Speaking.';
    case 'hearing':
      return progress.level <= SILENT
        ? 'Hears nothing.'
        : `Hears sound at ${Math.round(progress.level)} dBm0 ${bar(progress.level)}`;
  }
}

const SILENT = -60;
const bar = (level: number): string =>
  '▂▃▄▅▆▇'.slice(0, Math.max(1, Math.min(6, Math.round((level - SILENT) / 9))));

/** How a call ended, and what to do where that is not what was wanted. */
export function endLine(end: CallEnd, hotlines: readonly string[]): string {
  switch (end.how) {
    case 'hungUp':
      return `${end.by === 'caller' ? 'Hung up' : 'The other side hung up'} after ${end.talkedSeconds} s.`;
    case 'gaveUp':
      return 'Hung up before anybody answered.';
    case 'refused':
      return `Refused: ${end.status} ${end.reason}. ${remedies[end.status] ?? 'The gateway’s log says why.'}${end.status === 404 ? ` There are: ${hotlines.join(', ')}.` : ''}`;
    case 'unreachable':
      return end.why === 'closed'
        ? 'Nothing listens at the gateway’s SIP address any more. Start it with "npm start".'
        : 'The gateway does not answer. Its log says whether the call came in; a firewall may keep UDP from it.';
  }
}

const remedies: Readonly<Record<number, string>> = {
  403: 'The gateway takes no calls from this machine. Add its address to `allow` of a trunk in the configuration.',
  404: 'No hotline has this number.',
  407: 'The trunk of this machine asks for a password (digestIn), and the demo caller has none.',
  480: 'The hotline is closed.',
  486: 'The queue is full (centre.queues[].capacity).',
  488: 'The two sides have no codec in common: the demo caller speaks G.711.',
  503: 'The gateway is full or about to stop. Try again in a moment.',
};
