import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { readNotSatisfied, useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';

/** Customers who were asked and are not satisfied: told who handled it and those in charge, until they have read it. */
export function NotSatisfied() {
  const t = useText();
  const go = useGo();
  const cases = useDesk(({ desk }) => desk?.notSatisfied);
  return cases?.map(({ caseId, reference, title }) => (
    <Notice
      key={caseId}
      tone="bad"
      role="status"
      title={t({ id: 'satisfaction.toldNot' }, { reference })}
      action={
        <span className="row-actions">
          <Button
            small
            onPress={() => {
              readNotSatisfied(caseId);
              go.case(caseId);
            }}
          >
            {t({ id: 'satisfaction.openCase' })}
          </Button>
          <Button small look="quiet" onPress={() => readNotSatisfied(caseId)}>
            {t({ id: 'satisfaction.read' })}
          </Button>
        </span>
      }
    >
      {title}
    </Notice>
  ));
}
