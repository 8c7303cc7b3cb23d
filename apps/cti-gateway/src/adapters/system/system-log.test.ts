import { describe, expect, it } from 'vitest';
import { systemLog } from './system-log.ts';

function logged(level: Parameters<typeof systemLog>[0] = 'info') {
  const lines: string[] = [];
  const log = systemLog(level, { write: (line: string) => void lines.push(line) });
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('writes a line of JSON with level, time, what happened and the facts', () => {
    const { log, parsed } = logged();
    log.info('call answered', { callId: 'c1', waitedMs: 1200 });
    expect(parsed()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/u),
        callId: 'c1',
        waitedMs: 1200,
        msg: 'call answered',
      },
    ]);
  });

  it('is quiet below its level', () => {
    const { log, parsed } = logged('warn');
    log.info('call answered');
    log.warn('trunk unreachable');
    log.error('store failed');
    expect(parsed().map((line) => line['level'])).toEqual(['warn', 'error']);
  });

  it('never shows a secret, at the top or one level down', () => {
    const { log, lines } = logged();
    log.info('signed in', {
      password: 'hunter2',
      session: { token: 'hunter3' },
      grant: { ha1Md5: 'hunter4' },
    });
    expect(lines.join('')).not.toContain('hunter');
    expect(lines.join('')).toContain('[hidden]');
  });

  it('keeps the message and the cause of an error', () => {
    const { log, parsed } = logged();
    log.error('store failed', { error: new Error('disk full', { cause: new Error('ENOSPC') }) });
    expect(parsed()[0]?.['error']).toMatchObject({
      type: 'Error',
      message: expect.stringContaining('disk full'),
    });
  });
});
