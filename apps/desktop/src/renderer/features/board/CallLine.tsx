import type { BoardCall } from '@ringside/shared/protocol/board';
import { useWords } from '../../wording/words.ts';
import { topicWords } from './board-words.ts';
import { TierMark } from './TierMark.tsx';

/** Who is on the line and what about, in half a line. */
export function CallLine({ call }: { readonly call: BoardCall }) {
  const { t } = useWords();
  return (
    <>
      <TierMark tier={call.tier} /> {call.who === '' ? t({ id: 'board.withheld' }) : call.who}
      {call.topic && (
        <span className="board-topic">
          {' · '}
          {t(topicWords[call.topic.kind])}
          {call.topic.text === '' ? '' : `: ${call.topic.text}`}
        </span>
      )}
    </>
  );
}
