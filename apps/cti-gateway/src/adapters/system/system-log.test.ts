import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemLog } from './system-log.ts';

function logged(level: Parameters<typeof systemLog>[0] = 'info') {
  const lines: string[] = [];
  const log = systemLog(level, { write: (line: string) => void lines.push(line) });
  const parsed = async () => {
    await setImmediate();
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  return { log, lines, parsed };
}

describe('the log', () => {
  it('writes a line of JSON with level, time, what happened and the facts', async () => {
    const { log, parsed } = logged();
    log.info('call answered', { callId: 'c1', waitedMs: 1200 });
    expect(await parsed()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/u),
        callId: 'c1',
        waitedMs: 1200,
        msg: 'call answered',
      },
    ]);
  });

  it('is quiet below its level', async () => {
    const { log, parsed } = logged('warn');
    log.info('call answered');
    log.warn('trunk unreachable');
    log.error('store failed');
    expect((await parsed()).map((line) => line['level'])).toEqual(['warn', 'error']);
  });

  it('never shows a secret, at the top or one level down', async () => {
    const { log, lines, parsed } = logged();
    log.info('signed in', {
      password: 'hunter2',
      session: { token: 'hunter3' },
      grant: { ha1Md5: 'hunter4' },
    });
    await parsed();
    expect(lines.join('')).not.toContain('hunter');
    expect(lines.join('')).toContain('[hidden]');
  });

  it('keeps the message and the cause of an error', async () => {
    const { log, parsed } = logged();
    log.error('store failed', { error: new Error('disk full', { cause: new Error('ENOSPC') }) });
    expect((await parsed())[0]?.['error']).toMatchObject({
      type: 'Error',
      message: expect.stringContaining('disk full'),
    });
  });

  it('writes lines in their order, with the time of what they tell, and an error at once with those before it', () => {
    const { log, lines } = logged();
    log.info('call arrived');
    expect(lines).toEqual([]);
    log.error('store failed');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'call arrived',
      'store failed',
    ]);
  });
});
