import { asId } from '@ringside/shared/model/ids';
import { caseActs } from '@ringside/shared/model/case-stage';
import type { StagePhase } from '@ringside/shared/model/case-stage';
import type { Reference } from '@ringside/shared/protocol/reference';

const local = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });

type Stage = Reference['workflows'][number]['stages'][number];

const stage = (
  id: string,
  name: ReturnType<typeof local>,
  phase: StagePhase,
  to: string[],
  given: Partial<Stage> = {},
): Stage => ({
  stage: id,
  name,
  phase,
  owner: 'handler',
  entry: [],
  exit: [],
  checklist: [],
  allows: [...caseActs],
  to,
  ...given,
});

/** The demo company's lists for complaints, as far as the screens show them. */
export const complaintLists: Pick<
  Reference,
  'workflows' | 'playbooks' | 'causes' | 'contracts' | 'servicePoints' | 'templates' | 'families'
> = {
  workflows: [
    {
      type: 'complaint',
      name: local('Complaint', '客訴', '投诉'),
      start: 'received',
      satisfaction: { fromDay: 2, untilDay: 7, attempts: 3 },
      reopen: { withinDays: 90, to: 'investigated' },
      stages: [
        stage('received', local('Received', '已受理', '已受理'), 'intake', ['assessed']),
        stage('assessed', local('Assessed', '已評估', '已评估'), 'work', ['investigated', 'escalated']),
        stage(
          'investigated',
          local('Being investigated', '調查中', '调查中'),
          'work',
          ['proposed', 'waiting', 'escalated'],
          { exit: ['causeNamed'] },
        ),
        stage('waiting', local('Waiting for the customer', '等候客戶', '等候客户'), 'waiting', [
          'investigated',
          'proposed',
        ]),
        stage('escalated', local('Escalated', '已升級處理', '已升级处理'), 'work', ['investigated'], {
          owner: 'supervisor',
        }),
        stage(
          'proposed',
          local('Response proposed', '已擬回覆', '已拟回复'),
          'work',
          ['communicated', 'investigated'],
          { exit: ['answerWritten', 'compensationDecided'] },
        ),
        stage(
          'communicated',
          local('Communicated', '已回覆', '已回复'),
          'answered',
          ['closed', 'investigated'],
          { entry: ['answerTold'] },
        ),
        stage('closed', local('Closed', '已結案', '已结案'), 'closed', [], {
          entry: ['customerAccepted', 'tasksFinished'],
        }),
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
    { causeId: asId('product'), parent: null, name: local('Product', '產品', '产品'), active: true },
    { causeId: asId('defect'), parent: 'product', name: local('Defect', '瑕疵', '缺陷'), active: true },
    { causeId: asId('carrier'), parent: null, name: local('Carrier', '物流', '物流'), active: true },
    {
      causeId: asId('handover'),
      parent: null,
      name: local('Lost in a handover', '交接遺漏', '交接遗漏'),
      active: true,
    },
  ],
  contracts: [{ contractId: asId('gold'), name: local('Gold care', '金級保養', '金级保养') }],
  servicePoints: [{ servicePointId: asId('taipei'), name: local('Taipei shop', '台北門市', '台北门店') }],
  templates: [
    { template: 'answer', purpose: 'answer', name: local('Answer', '回覆', '回复') },
    {
      template: 'acknowledgement',
      purpose: 'acknowledgement',
      name: local('Acknowledgement', '確認收件', '确认收件'),
    },
  ],
  families: [{ familyId: asId('care'), name: local('Customer care', '客戶關懷', '客户关怀') }],
};
