import type { PresenceStretchView } from '@ringside/shared/protocol/presence';
import { presenceStretch } from '@ringside/shared/protocol/presence';
import { Dialog } from '@ringside/ui/Dialog';
import { StateBadge } from '@ringside/ui/StateShape';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import { clockTime, duration } from '../../wording/time-wording.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { presenceShapes, reasonName } from './presence-wording.ts';
import type { StateSum } from './sum-by-state.ts';
import { sumByState } from './sum-by-state.ts';

const stretches = z.array(presenceStretch);

/** The agent's own day by states, for the agent. */
export function StatesToday({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog
      title={t({ id: 'presence.myStates' })}
      closeLabel={t({ id: 'common.close' })}
      isOpen
      onClose={onClose}
      wide
    >
      <Day />
    </Dialog>
  );
}

function Day() {
  const words = useWords();
  const { t } = words;
  const { value } = useAnswer({ ask: 'presence.today' }, stretches);
  const [now] = useState(serverNow);
  const state = useStateCell(words);
  if (value === null) return <p className="rs-loading">{t({ id: 'common.loading' })}</p>;
  if (value.length === 0) return <p>{t({ id: 'presence.statesNone' })}</p>;
  const sums: readonly Column<StateSum>[] = [
    { id: 'state', title: t({ id: 'presence.stateName' }), cell: state },
    {
      id: 'lasted',
      title: t({ id: 'presence.stateLasted' }),
      cell: ({ lasted }) => duration(lasted, words),
      isNumber: true,
    },
    {
      id: 'share',
      title: t({ id: 'presence.share' }),
      cell: ({ share }) => `${Math.round(share * 100)} %`,
      isNumber: true,
    },
  ];
  const list: readonly Column<PresenceStretchView>[] = [
    {
      id: 'from',
      title: t({ id: 'presence.stateFrom' }),
      cell: ({ since }) => clockTime(since, words),
    },
    { id: 'state', title: t({ id: 'presence.stateName' }), cell: state },
    {
      id: 'lasted',
      title: t({ id: 'presence.stateLasted' }),
      cell: ({ since, until }) =>
        until === null ? t({ id: 'presence.stateNow' }) : duration(until - since, words),
      isNumber: true,
    },
  ];
  return (
    <div className="states-today">
      <h3>{t({ id: 'presence.statesSum' })}</h3>
      <Table
        label={t({ id: 'presence.statesSum' })}
        columns={sums}
        rows={sumByState(value, now)}
        rowId={(row) => `${row.state} ${row.reason ?? ''}`}
      />
      <h3>{t({ id: 'presence.statesWhen' })}</h3>
      <Table
        label={t({ id: 'presence.statesWhen' })}
        columns={list}
        rows={value.toReversed()}
        rowId={(row) => String(row.since)}
      />
    </div>
  );
}

function useStateCell(words: Words) {
  const reference = useReference();
  return ({ state, reason }: Pick<PresenceStretchView, 'state' | 'reason'>) => (
    <>
      <StateBadge state={presenceShapes[state]}>{words.t(presenceWords[state])}</StateBadge>{' '}
      {reason !== null && reasonName(reason, reference, words)}
    </>
  );
}
