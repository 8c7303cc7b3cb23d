import { limitAt, limitStage } from '@ringside/shared/model/reason-limit';
import { onTick, serverNow } from '@ringside/ui/ticker';
import { useEffect } from 'react';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { duration } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { reasonName } from './presence-wording.ts';

/** PRES-13: the agent is told before a break's time is up and when it is, here and by the system; once each. */
export function useLimitWarning(): void {
  const { platform } = useServices();
  const words = useWords();
  const reference = useReference();
  const presence = useDesk((s) => s.desk?.presence ?? null);
  const limit = presence && limitAt(presence, reference.notReadyReasons);
  const reason = presence?.state === 'notReady' ? reasonName(presence.reason, reference, words) : '';
  const since = presence?.since ?? 0;
  const { warnBeforeMs } = reference.presence;

  useEffect(() => {
    if (limit === null) return undefined;
    let told: ReturnType<typeof limitStage> = 'none';
    const look = (now: number) => {
      const stage = limitStage(limit, warnBeforeMs, now);
      if (stage === told) return;
      told = stage;
      const { t } = words;
      const values = {
        reason,
        left: duration(Math.max(0, limit - now), words),
        length: duration(limit - since, words),
      };
      if (stage === 'warning') {
        say('warn', { id: 'presence.limitSoon' }, values);
        platform.remind({
          title: t({ id: 'presence.limitSoon' }, values),
          body: t({ id: 'presence.limitSoonBody' }),
        });
      }
      if (stage === 'over') {
        say('warn', { id: 'presence.limitOverTitle' }, values);
        platform.remind({
          title: t({ id: 'presence.limitOverTitle' }, values),
          body: t({ id: 'presence.limitOverBody' }, values),
        });
      }
    };
    look(serverNow());
    const stop = onTick(look);
    return () => {
      stop();
      platform.remind(null);
    };
  }, [platform, limit, warnBeforeMs, since, reason, words]);
}
