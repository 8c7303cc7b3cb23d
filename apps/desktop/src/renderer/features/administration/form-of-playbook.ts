import { compensationKinds } from '@ringside/shared/model/compensation';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import type { Field, SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  playbooks: { id: 'admin.playbooks' },
  add: { id: 'admin.addPlaybooks' },
  none: { id: 'admin.noPlaybooks' },
  phrases: { id: 'playbook.phrases' },
  addPhrase: { id: 'admin.addPhrase' },
  questions: { id: 'playbook.questions' },
  addQuestion: { id: 'admin.addQuestion' },
  evidence: { id: 'playbook.evidence' },
  addEvidence: { id: 'admin.addEvidence' },
  offers: { id: 'playbook.offers' },
  line: { id: 'admin.playbookLine' },
});

const linesOf = (name: string, label: Message, add: Message): Field => ({
  kind: 'list',
  name,
  label,
  add,
  blank: blankText,
  fields: [{ kind: 'localProse', name: '', label: words.line }],
});

/** What helps with complaints of a category, whose id is the playbook's. */
export const playbookForm: SectionForm = {
  section: 'playbooks',
  idKey: 'category',
  title: words.playbooks,
  add: words.add,
  none: words.none,
  fields: [
    linesOf('phrases', words.phrases, words.addPhrase),
    linesOf('questions', words.questions, words.addQuestion),
    linesOf('evidence', words.evidence, words.addEvidence),
    {
      kind: 'checks',
      name: 'offers',
      label: words.offers,
      choices: compensationKinds.map((value) => ({ value, word: compensationKindWords[value] })),
    },
  ],
  blank: { phrases: [], questions: [], evidence: [], offers: [] },
};
