import { describe } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { agentContract } from './store-contract/agents.ts';
import { callContract } from './store-contract/calls.ts';
import { caseContract } from './store-contract/cases.ts';
import { compensationContract } from './store-contract/compensations.ts';
import { customerContract } from './store-contract/customers.ts';
import { figuresContract } from './store-contract/figures.ts';
import { pendingContract } from './store-contract/pending.ts';
import { preventionContract } from './store-contract/prevention.ts';
import { rotaContract } from './store-contract/rota.ts';
import { writingContract } from './store-contract/writing.ts';

const open = () => Promise.resolve(createMemoryStore());

/** All of the store's contract but the search in names, which is the database's own craft. */
describe('the store in memory keeps the store’s contract', () => {
  writingContract(open);
  pendingContract(open);
  callContract(open);
  customerContract(open);
  figuresContract(open);
  preventionContract(open);
  rotaContract(open);
  caseContract(open);
  compensationContract(open);
  agentContract(open);
});
