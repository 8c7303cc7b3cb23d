import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { BulkRefusal, Suggestion, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';

export const sortWords: Record<WorkSortWord, Message> = defineMessages({
  priority: { id: 'work.sort.priority' },
  due: { id: 'work.sort.due' },
  oldest: { id: 'work.sort.oldest' },
  newest: { id: 'work.sort.newest' },
});

export const shortClockWords: Record<ClockKind, Message> = defineMessages({
  acknowledge: { id: 'work.clock.acknowledge' },
  update: { id: 'work.clock.update' },
  resolve: { id: 'work.clock.resolve' },
  statutory: { id: 'work.clock.statutory' },
});

export const bulkRefusalWords: Record<BulkRefusal, Message> = defineMessages({
  unknownCase: { id: 'work.refused.unknownCase' },
  closed: { id: 'work.refused.closed' },
  someoneWasFirst: { id: 'work.refused.someoneWasFirst' },
  notAllowed: { id: 'work.refused.notAllowed' },
  nobodyFits: { id: 'work.refused.nobodyFits' },
  changedMeanwhile: { id: 'work.refused.changedMeanwhile' },
});

export const suggestionWords: Record<Suggestion['terms'][number]['term'], Message> = defineMessages({
  load: { id: 'work.suggest.load' },
  knowsCustomer: { id: 'work.suggest.knowsCustomer' },
  atWork: { id: 'work.suggest.atWork' },
});
