import { asId } from '@ringside/shared/model/ids';
import { caseActs } from '@ringside/shared/model/case-stage';
import type { StagePhase } from '@ringside/shared/model/case-stage';
import type { Reference } from '@ringside/shared/protocol/reference';

const local = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });

const stage = (
  id: string,
  name: ReturnType<typeof local>,
  phase: StagePhase,
  to: string[],
): Reference['workflows'][number]['stages'][number] => ({
  stage: id,
  name,
  phase,
  owner: 'handler',
  entry: [],
  exit: [],
  checklist: [],
  allows: [...caseActs],
  to,
});

/** The demo company's lists for complaints, as far as the screens show them. */
export const complaintLists: Pick<
  Reference,
  'workflows' | 'playbooks' | 'causes' | 'contracts' | 'servicePoints' | 'templates' | 'families'
> = {
  workflows: [
    {
      type: 'complaint',
      name: local('Complaint', '投訴', '投诉'),
      start: 'received',
      satisfaction: { fromDay: 2, untilDay: 7, attempts: 3 },
      reopen: { withinDays: 90, to: 'investigated' },
      stages: [
        stage('received', local('Received', '已受理', '已受理'), 'intake', ['investigated']),
        stage('investigated', local('Being investigated', '調查中', '调查中'), 'work', ['communicated']),
        stage('communicated', local('Communicated', '已回覆', '已回复'), 'answered', ['closed']),
        stage('closed', local('Closed', '已結案', '已结案'), 'closed', []),
      ],
    },
  ],
  playbooks: [
    {
      category: 'charged-twice',
      phrases: [
        local(
          'You should not have to chase your own money.',
          '不應該讓您自己追這筆錢。',
          '不应该让您自己追这笔钱。',
        ),
      ],
      questions: [
        local('On which day was it charged?', '是哪一天扣款的？', '是哪一天扣款的？'),
        local('With which card?', '使用哪一張卡？', '使用哪一张卡？'),
      ],
      evidence: [local('A picture of the statement', '帳單截圖', '账单截图')],
      offers: ['refund', 'credit'],
    },
  ],
  causes: [
    {
      causeId: asId('billing-error'),
      parent: null,
      name: local('Billing error', '計費錯誤', '计费错误'),
      active: true,
    },
  ],
  contracts: [{ contractId: asId('gold'), name: local('Gold care', '金級保養', '金级保养') }],
  servicePoints: [{ servicePointId: asId('taipei'), name: local('Taipei shop', '台北門市', '台北门店') }],
  templates: [{ template: 'answer', name: local('Answer', '回覆', '回复') }],
  families: [{ familyId: asId('care'), name: local('Customer care', '客戶關懷', '客户关怀') }],
};
