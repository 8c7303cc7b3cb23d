import type { UserView } from '@ringside/shared/protocol/administration';
import { userView } from '@ringside/shared/protocol/administration';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Dialog } from '@ringside/ui/Dialog';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useWords } from '../../wording/words.ts';
import { roleWords } from './administration-words.ts';
import { useItems } from './centre-context.ts';
import { useRead } from './use-administer.ts';
import { UserForm } from './UserForm.tsx';

const users = z.array(userView);

/** Everybody with an account. */
export function PeoplePart() {
  const { t } = useWords();
  const read = useRead('/users', users);
  const [edited, setEdited] = useState<string | null>(null);
  const [password, setPassword] = useState<Shown | null>(null);
  const columns = usePeopleColumns(setEdited);
  const shown = read.value?.find(({ agentId }) => agentId === edited) ?? null;
  return (
    <Card
      title={t({ id: 'admin.people' })}
      aside={
        <Button small icon={<UserPlus size={14} aria-hidden />} onPress={() => setEdited('')}>
          {t({ id: 'admin.addPerson' })}
        </Button>
      }
    >
      {read.value === null ? (
        <Loading label={t({ id: 'common.loading' })} />
      ) : (
        <Table
          label={t({ id: 'admin.people' })}
          rows={read.value}
          rowId={({ agentId }) => agentId}
          columns={columns}
        />
      )}
      {edited !== null && (edited === '' || shown) && (
        <UserForm
          key={edited}
          user={shown}
          onClose={() => setEdited(null)}
          onSaved={read.again}
          onPassword={(name, made) => setPassword({ name, password: made })}
        />
      )}
      {password && <OnceShown shown={password} onClose={() => setPassword(null)} />}
    </Card>
  );
}

function usePeopleColumns(onEdit: (agentId: string) => void): Column<UserView>[] {
  const { t } = useWords();
  const families = useItems('jobFamilies');
  return [
    { id: 'name', title: t({ id: 'admin.personName' }), cell: ({ name }) => name },
    {
      id: 'userName',
      title: t({ id: 'admin.userName' }),
      cell: ({ userName }) => <code>{userName}</code>,
    },
    {
      id: 'roles',
      title: t({ id: 'admin.roles' }),
      cell: ({ roles }) => roles.map((role) => t(roleWords[role])).join(', '),
    },
    {
      id: 'family',
      title: t({ id: 'admin.family' }),
      cell: ({ familyId }) => families.find(({ id }) => id === familyId)?.name ?? '',
    },
    { id: 'state', title: t({ id: 'admin.account' }), cell: (user) => <AccountState user={user} /> },
    {
      id: 'actions',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: ({ agentId, name }) => (
        <Button
          small
          look="quiet"
          icon={<Pencil size={14} aria-hidden />}
          aria-label={t({ id: 'admin.editOne' }, { name })}
          onPress={() => onEdit(agentId)}
        >
          {t({ id: 'admin.edit' })}
        </Button>
      ),
    },
  ];
}

function AccountState({ user }: { readonly user: UserView }) {
  const { t } = useWords();
  if (!user.active) return <Badge tone="warn">{t({ id: 'admin.disabled' })}</Badge>;
  return user.signedIn ? (
    <Badge tone="good">{t({ id: 'admin.signedIn' })}</Badge>
  ) : (
    t({ id: 'admin.notSignedIn' })
  );
}

interface Shown {
  readonly name: string;
  readonly password: string;
}

/** ADMIN-12: nobody is told it again. */
function OnceShown({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen
      mustAnswer
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'admin.passwordOf' }, { name: shown.name })}
    >
      <Notice tone="warn" title={t({ id: 'admin.passwordOnce' })}>
        {t({ id: 'admin.passwordOnceWhy' })}
      </Notice>
      <p className="admin-password">
        <code>{shown.password}</code>
      </p>
      <div className="rs-dialog-foot">
        <Button look="primary" onPress={onClose}>
          {t({ id: 'admin.passwordNoted' })}
        </Button>
      </div>
    </Dialog>
  );
}
