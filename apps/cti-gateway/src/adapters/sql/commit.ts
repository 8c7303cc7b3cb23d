import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type SqliteFile from 'better-sqlite3';
import type { Change } from '../../ports/store.ts';
import type { Tables } from './tables/tables.ts';

type Refused = 'conflict' | 'numberTaken';

/** Thrown inside the transaction, because only a throw rolls it back; caught where the transaction was begun. */
class Refusal extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super(why);
    this.why = why;
  }
}

/** Writes all changes in one transaction or none of them, in the order given. */
export function committer(
  file: SqliteFile.Database,
  tables: Tables,
): (changes: readonly Change[]) => Result<void, Refused> {
  const writeAll = file.transaction((changes: readonly Change[]) => {
    for (const change of changes) {
      const refused = write(tables, change);
      if (typeof refused === 'string') throw new Refusal(refused);
    }
  });
  return (changes) => {
    try {
      writeAll.immediate(changes);
      return ok(undefined);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.why);
      throw error;
    }
  };
}

function write(tables: Tables, change: Change): Refused | null | void {
  switch (change.put) {
    case 'events':
      return tables.append(change.stream, change.expectedVersion, change.events);
    case 'callSettled':
      return tables.settle(change.callId);
    case 'consequence':
      return tables.putConsequence(change.consequence);
    case 'consequenceDone':
      return tables.consequenceDone(change.consequenceId);
    case 'deadline':
      return tables.putDeadline(change.deadline);
    case 'deadlineGone':
      return tables.deadlineGone(change.key);
    case 'leg':
      return tables.putLeg(change.leg);
    case 'legGone':
      return tables.legGone(change.callId, change.legId);
    case 'presence':
      return tables.putPresence(change.presence);
    case 'presenceStep':
      return tables.putPresenceStep(change);
    case 'call':
      return tables.putCall(change.call);
    case 'offer':
      return tables.putOffer(change.offer);
    case 'visit':
      return tables.putVisit(change.visit);
    case 'deskSetting':
      return tables.putDeskSetting(change);
    case 'customer':
      return tables.putCustomer(change.customer);
    case 'tiers':
      return change.tiers.forEach(({ customerId, tier }) => tables.putTier(customerId, tier));
    case 'potential':
      return tables.putPotential(change.customerId, change.potentialMinor);
    case 'customerNumber':
      return tables.putCustomerNumber(change.customerId, change.customerNumber);
    case 'case':
      return tables.putCase(change.case);
    case 'caseRank':
      return tables.putCaseRank(change.caseId, change.rank);
    case 'task':
      return tables.putTask(change.task);
    case 'promise':
      return tables.putPromise(change.promise);
    case 'calendarFeed':
      return tables.putCalendarFeed(change.feed);
    case 'calendarFeedGone':
      return tables.calendarFeedGone(change.agentId);
    case 'caseEntry':
      return tables.putCaseEntry(change.entry);
    case 'caseClock':
      return tables.putCaseClock(change.clock);
    case 'compensation':
      return tables.putCompensation(change.compensation);
    case 'satisfactionCheck':
      return tables.putSatisfactionCheck(change.check);
    case 'prevention':
      return tables.putPrevention(change.prevention);
    case 'rotaChange':
      return tables.putRotaChange(change.change);
    case 'absence':
      return tables.putAbsence(change.absence);
    case 'followedCalendar':
      return tables.putFollowedCalendar(change.calendar);
    case 'followedCalendarGone':
      return tables.followedCalendarGone(change.agentId);
    case 'swap':
      return tables.putSwap(change.swap);
    case 'dutyStretch':
      return tables.putDutyStretch(change.stretch);
    case 'dutyContact':
      return tables.putDutyContact(change.contact);
    case 'managerRequest':
      return tables.putManagerRequest(change.request);
    case 'popLink':
      return tables.putPopLink(change.link);
    case 'popLinksGone':
      return tables.popLinksGone(change.before);
    case 'doneOnce':
      return tables.putDoneOnce(change.key, change.at);
    case 'letter':
      return tables.putLetter(change.letter);
    case 'attachment':
      return tables.putAttachment(change.attachment);
    case 'notice':
      return tables.putNotice(change.notice);
    case 'message':
      return tables.putMessage(change.message);
    case 'messageRead':
      return tables.putMessageRead(change);
    case 'messagesGone':
      return tables.messagesGone(change.before);
    case 'recording':
      return tables.putRecording(change.recording);
    case 'callback':
      return tables.putCallback(change.callback);
    case 'draft':
      return tables.putDraft(change.agentId, change.draft);
    case 'agent':
      return tables.putAgent(change.agent, change.passwordHash);
    case 'apiToken':
      return tables.putApiToken(change.token);
    case 'apiTokenUsed':
      return tables.noteApiTokenUse(change.tokenId, change.at);
    case 'apiRequest':
      return tables.putApiRequest(change.request);
    case 'session':
      return tables.putSession(change.session);
    case 'sessionGone':
      return tables.sessionGone(change.tokenSha256);
    case 'sessionsGone':
      return tables.sessionsGone(change.agentId);
    case 'centreRevision':
      return tables.putCentreRevision(change.revision);
    case 'stationGrant':
      return tables.putStationGrant(change.grant);
    case 'audit':
      return tables.putAudit(change);
    case 'order':
      return tables.putOrder(change.customerId, change.order);
    case 'payment':
      return tables.putPayment(change.customerId, change.payment);
    case 'product':
      return tables.putProduct(change.customerId, change.product);
    default:
      return unreachable(change);
  }
}
