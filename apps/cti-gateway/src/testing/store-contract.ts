import { describe } from 'vitest';
import type { Store } from '../ports/store.ts';
import { agentContract } from './store-contract/agents.ts';
import { callContract } from './store-contract/calls.ts';
import { apiContract } from './store-contract/api.ts';
import { caseContract } from './store-contract/cases.ts';
import { centreContract } from './store-contract/centre.ts';
import { clockContract } from './store-contract/clocks.ts';
import { compensationContract } from './store-contract/compensations.ts';
import { customerContract } from './store-contract/customers.ts';
import { figuresContract } from './store-contract/figures.ts';
import { letterContract } from './store-contract/letters.ts';
import { messageContract } from './store-contract/messages.ts';
import { noticeContract } from './store-contract/notices.ts';
import { pendingContract } from './store-contract/pending.ts';
import { presenceLogContract } from './store-contract/presence-log.ts';
import { preventionContract } from './store-contract/prevention.ts';
import { reportContract } from './store-contract/reports.ts';
import { popLinkContract } from './store-contract/pop-links.ts';
import { requestsTakenContract } from './store-contract/requests-taken.ts';
import { rotaContract } from './store-contract/rota.ts';
import { taskContract } from './store-contract/tasks.ts';
import { searchContract } from './store-contract/search.ts';
import { waitingContract } from './store-contract/waiting.ts';
import { workListContract } from './store-contract/work-list.ts';
import { writingContract } from './store-contract/writing.ts';

/** Opens an empty store. The suite closes it. */
export type OpenEmpty = () => Promise<Store>;

/** What every adapter of the Store port does (SPEC STORE-1 to STORE-15); run against each, and against the fake. */
export function storeContract(adapter: string, open: OpenEmpty): void {
  describe(`${adapter} keeps the store's contract`, () => {
    writingContract(open);
    pendingContract(open);
    callContract(open);
    customerContract(open);
    searchContract(open);
    figuresContract(open);
    apiContract(open);
    caseContract(open);
    taskContract(open);
    compensationContract(open);
    workListContract(open);
    clockContract(open);
    agentContract(open);
    centreContract(open);
    presenceLogContract(open);
    waitingContract(open);
    letterContract(open);
    noticeContract(open);
    messageContract(open);
    preventionContract(open);
    reportContract(open);
    rotaContract(open);
    popLinkContract(open);
    requestsTakenContract(open);
  });
}
