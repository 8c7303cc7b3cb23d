import type { Language } from '@ringside/shared/model/language';
import type { MergeField } from '@ringside/shared/model/letter';
import { asOneLine, mergeText } from '@ringside/shared/model/merge-text';
import type { CaseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import type { LetterFacts } from '../../domain/letter/merge-values.ts';
import { mergeValues } from '../../domain/letter/merge-values.ts';
import type { Parts } from '../parts.ts';

interface Preview {
  readonly subject: string;
  readonly body: string;
  readonly missing: readonly MergeField[];
}

/** LETTER-2: a template filled in from the case as it stands now. */
export async function previewLetter(
  parts: Parts,
  asked: { readonly caseId: CaseId; readonly template: string; readonly language: Language },
): Promise<Result<Preview, 'unknownCase' | 'unknownTemplate'>> {
  const { store, centre } = parts;
  const one = await store.case(asked.caseId);
  if (one === null) return refuse('unknownCase');
  const template = centre.templates.find((item) => item.template === asked.template);
  if (template === undefined) return refuse('unknownTemplate');
  const values = mergeValues(await factsFor(parts, one, asked.language), asked.language);
  const subject = mergeText(template.subject[asked.language], values);
  const body = mergeText(template.body[asked.language], values);
  return ok({
    subject: asOneLine(subject.text),
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
  });
}

async function factsFor(
  { store, floor, centre, clock }: Parts,
  one: Case,
  language: Language,
): Promise<LetterFacts> {
  const { caseId, customerId, ownerId } = one;
  const [customer, clocks, promises, compensations] = await Promise.all([
    customerId === null ? null : store.customer(customerId),
    store.clocksOfCase(caseId),
    store.promisesOfCase(caseId),
    store.compensationsOfCase(caseId),
  ]);
  const dueOf = (kind: 'update' | 'resolve') =>
    clocks.find(({ clock: is, metAt }) => is === kind && metAt === null)?.dueAt ?? null;
  const [promise] = promises.filter(({ keptAt }) => keptAt === null).toSorted((a, b) => a.dueAt - b.dueAt);
  return {
    customer,
    reference: one.reference,
    title: one.title,
    proposal: one.answer.proposal,
    ownerName: ownerId === null ? null : (floor.agents.get(ownerId)?.agent.name ?? null),
    centreName: centre.name[language],
    timeZone: centre.timeZone,
    currency: centre.currency,
    updateBy: dueOf('update'),
    resolveBy: dueOf('resolve'),
    promise: promise ?? null,
    compensations: compensations.filter(({ state }) => state === 'granted' || state === 'done'),
    now: clock.now(),
  };
}
