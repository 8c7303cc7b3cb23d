import type { SqlDatabase } from '../sql-database.ts';
import { apiTables } from './api-tables.ts';
import { agentTables } from './agent-tables.ts';
import { auditTable } from './audit-table.ts';
import { callTables } from './call-tables.ts';
import { caseTable } from './case-table.ts';
import { caseEntryTable } from './case-entry-table.ts';
import { clockTable } from './clock-table.ts';
import { compensationTable } from './compensation-table.ts';
import { letterTables } from './letter-tables.ts';
import { noticeTable } from './notice-table.ts';
import { preventionTables } from './prevention-tables.ts';
import { managerTables } from './manager-tables.ts';
import { rotaTables } from './rota-tables.ts';
import { centreTable } from './centre-table.ts';
import { counterTable } from './counter-table.ts';
import { customerTables } from './customer-tables.ts';
import { eventTable } from './event-table.ts';
import { figures } from './figures.ts';
import { messageTables } from './message-tables.ts';
import { pendingTables } from './pending-tables.ts';
import { presenceLogTable } from './presence-log-table.ts';
import { reportTables } from './report-tables.ts';
import { taskTables } from './task-tables.ts';
import { tradeTables } from './trade-tables.ts';
import { waitingTables } from './waiting-tables.ts';
import { rankTable } from './rank-table.ts';
import { workListTable } from './work-list-table.ts';

/** Everything that can be asked of the tables or written into them, prepared once, synchronous. */
export const openTables = (database: SqlDatabase, callingCode: string | null) => ({
  ...eventTable(database),
  ...pendingTables(database),
  ...agentTables(database),
  ...presenceLogTable(database),
  ...customerTables(database, callingCode),
  ...tradeTables(database),
  ...callTables(database),
  ...caseTable(database),
  ...rankTable(database),
  ...workListTable(database),
  ...taskTables(database),
  ...caseEntryTable(database),
  ...clockTable(database),
  ...compensationTable(database),
  ...preventionTables(database),
  ...letterTables(database),
  ...noticeTable(database),
  ...rotaTables(database),
  ...managerTables(database),
  ...apiTables(database),
  ...figures(database),
  ...auditTable(database),
  ...counterTable(database),
  ...centreTable(database),
  ...reportTables(database),
  ...waitingTables(database),
  ...messageTables(database),
});

export type Tables = ReturnType<typeof openTables>;
