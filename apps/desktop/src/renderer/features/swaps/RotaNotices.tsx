import type { RotaNotice } from '@ringside/shared/protocol/rota';
import { Button, IconButton } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { CalendarClock, X } from 'lucide-react';
import { putRotaNoticeAway, useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { AnswerSwap } from './AnswerSwap.tsx';
import { rotaNoticeTones, rotaNoticeWords } from './swap-words.ts';

type Told = RotaNotice & { readonly at: number };
const none: readonly Told[] = [];
/** More would push the work off the screen; the next one comes when one was put away. */
const mostShown = 2;

/** RNOTE: what this person is told of rotas, until they put it away; what is asked of them is answered here. */
export function RotaNotices() {
  const notices = useDesk((s) => s.desk?.rotaNotices) ?? none;
  return notices
    .slice(0, mostShown)
    .map((notice) => <OneNotice key={`${notice.notice} ${notice.at} ${notice.rotaId}`} notice={notice} />);
}

function OneNotice({ notice }: { readonly notice: Told }) {
  const words = useWords();
  const { t, language } = words;
  const go = useGo();
  const { notice: kind, rotaName, from, until, who, count, swapId } = notice;
  const now = serverNow();
  const away = (): void => putRotaNoticeAway(notice);
  const time =
    from === null || until === null
      ? null
      : { from: dayAndTime(from, now, words), until: dayAndTime(until, now, words) };
  return (
    <Notice
      tone={rotaNoticeTones[kind]}
      role={kind === 'gap' ? 'alert' : 'status'}
      title={t(rotaNoticeWords[kind], { rota: rotaName[language], who, count })}
      action={
        <span className="row-actions">
          {kind === 'swapAsked' && swapId !== null && (
            <AnswerSwap swapId={swapId} acts={['accept', 'decline']} onDone={away} />
          )}
          <Button
            small
            look="quiet"
            icon={<CalendarClock size={14} aria-hidden />}
            onPress={() => go.page('/rota')}
          >
            {t({ id: 'swap.openRota' })}
          </Button>
          <IconButton
            small
            label={t({ id: 'common.close' })}
            icon={<X size={16} aria-hidden />}
            onPress={away}
          />
        </span>
      }
    >
      {time !== null && t({ id: 'swap.fromUntil' }, time)}
      {kind !== 'handover' &&
        time !== null &&
        count > 1 &&
        ` · ${t({ id: 'swap.andMore' }, { count: count - 1 })}`}
    </Notice>
  );
}
