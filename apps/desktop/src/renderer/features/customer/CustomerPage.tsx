import type { CustomerId } from '@ringside/shared/model/ids';
import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { customerFile } from '@ringside/shared/protocol/customer';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { CustomerFacts } from './CustomerFacts.tsx';
import { CustomerHeader } from './CustomerHeader.tsx';
import { CustomerTimeline } from './CustomerTimeline.tsx';
import { EditCustomer } from './EditCustomer.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { ProductsAndPayments } from './ProductsAndPayments.tsx';
import './CustomerPage.css';

interface CustomerPageProps {
  readonly customerId: CustomerId;
  readonly onNewTask: () => void;
  /** absent while the person is on the line: nobody calls who is already talking */
  readonly onCall?: ((number: string) => void) | undefined;
  /** what stands above the file, such as a question about the caller's number */
  readonly above?: ReactNode;
}

/** Everything about one customer on one page. It reloads when the gateway says that something in it changed. */
export function CustomerPage({ customerId, onNewTask, onCall, above }: CustomerPageProps) {
  const t = useText();
  const file = useAnswer({ ask: 'customer.file', customerId }, customerFile, customerId);
  if (file.value)
    return <File file={file.value} onNewTask={onNewTask} onCall={onCall} above={above} again={file.again} />;
  if (!file.problem) return <Loading label={t({ id: 'common.loading' })} lines={8} />;
  return (
    <EmptyState
      icon={<FileWarning size={28} aria-hidden />}
      title={t({ id: 'customer.notLoaded' })}
      action={<Button onPress={file.again}>{t({ id: 'common.tryAgain' })}</Button>}
    >
      {t(problemWords[file.problem])}
    </EmptyState>
  );
}

type FileProps = Omit<CustomerPageProps, 'customerId'> & {
  readonly file: CustomerFile;
  readonly again: () => void;
};

function File({ file, onNewTask, onCall, above, again }: FileProps) {
  const [isEditing, setEditing] = useState(false);
  return (
    <div className="customer">
      {above}
      <CustomerHeader file={file} onEdit={() => setEditing(true)} onNewTask={onNewTask} onCall={onCall} />
      <CustomerFacts file={file} />
      <OpenMatters file={file} />
      <CustomerTimeline file={file} />
      <ProductsAndPayments file={file} />
      {isEditing && <EditCustomer file={file} onClose={() => setEditing(false)} onReload={again} />}
    </div>
  );
}
