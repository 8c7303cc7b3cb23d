import { centreChanged } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { ListTree, Pencil, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../may.ts';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import type { NamedItem } from './centre-context.ts';
import { itemsOf, useCentre, useItems } from './centre-context.ts';
import type { Editing } from './editing.ts';
import type { SectionForm } from './field.ts';
import { ItemForm } from './ItemForm.tsx';
import { useAdminister } from './use-administer.ts';

interface SectionPartProps {
  readonly form: SectionForm;
  /** columns between the name and the actions */
  readonly columns?: readonly Column<NamedItem>[];
  readonly onChanged: () => void;
  readonly below?: (editing: Editing, item: NamedItem | null) => ReactNode;
  /** a recording is uploaded instead */
  readonly canAdd?: boolean;
  readonly aside?: ReactNode;
  readonly onRemove?: (item: NamedItem) => Promise<boolean>;
}

/** One list of the centre: what is in it, and the way to change, add and remove. */
export function SectionPart({
  form,
  columns = [],
  onChanged,
  below,
  canAdd = true,
  aside,
  onRemove,
}: SectionPartProps) {
  const { t, language } = useWords();
  const { document } = useCentre();
  const { administer } = useMay();
  const ask = useAdminister();
  const items = useItems(form.section);
  const [edited, setEdited] = useState<string | null>(null);
  const [inUse, setInUse] = useState<string | null>(null);

  async function remove(item: NamedItem): Promise<void> {
    setInUse(null);
    if (onRemove && (await onRemove(item))) return onChanged();
    if (onRemove) return undefined;
    const path = `/centre/${form.section}/${encodeURIComponent(item.id)}`;
    const reply = await ask({ method: 'DELETE', path }, ['inUse']);
    if (reply.ok) {
      centreChanged.parse(reply.value);
      say('good', { id: 'admin.removed' }, { name: item.name });
      return onChanged();
    }
    const users = reply.problem.usedBy?.map(
      (place) =>
        itemsOf(document, place.section as SectionForm['section'], language).find(({ id }) => id === place.id)
          ?.name ?? place.id,
    );
    if (users?.length === 0) setInUse(t({ id: 'admin.inUseByRecords' }, { name: item.name }));
    else if (users) setInUse(t({ id: 'admin.inUse' }, { name: item.name, users: users.join(', ') }));
    return undefined;
  }

  const shownColumns = useItemColumns(
    columns,
    administer ? { onEdit: setEdited, onRemove: (item) => void remove(item) } : null,
  );
  const shown = items.find(({ id }) => id === edited) ?? null;
  return (
    <Card
      title={t(form.title)}
      aside={
        administer &&
        (aside ??
          (canAdd && (
            <Button small icon={<Plus size={14} aria-hidden />} onPress={() => setEdited('')}>
              {t(form.add)}
            </Button>
          )))
      }
    >
      {inUse && (
        <div className="form-padded">
          <Notice tone="warn" role="alert" title={inUse}>
            {t({ id: 'admin.inUseWhy' })}
          </Notice>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState icon={<ListTree size={28} aria-hidden />} title={t(form.none)} />
      ) : (
        <Table label={t(form.title)} columns={shownColumns} rows={items} rowId={({ id }) => id} />
      )}
      {edited !== null && (edited === '' || shown) && (
        <ItemForm
          key={edited}
          form={form}
          item={shown}
          onClose={() => setEdited(null)}
          onChanged={onChanged}
          {...(below ? { below: (editing: Editing) => below(editing, shown) } : {})}
        />
      )}
    </Card>
  );
}

interface ItemActions {
  readonly onEdit: (id: string) => void;
  readonly onRemove: (item: NamedItem) => void;
}

/** Name, id, what else the list shows, and the buttons for those who may. */
function useItemColumns(own: readonly Column<NamedItem>[], actions: ItemActions | null): Column<NamedItem>[] {
  const { t } = useWords();
  const known: Column<NamedItem>[] = [
    { id: 'name', title: t({ id: 'admin.name' }), cell: ({ name }) => name },
    { id: 'id', title: t({ id: 'admin.id' }), cell: ({ id }) => <code>{id}</code> },
    ...own,
  ];
  if (actions === null) return known;
  return [
    ...known,
    {
      id: 'actions',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (item) => (
        <span className="row-actions">
          <Button
            small
            look="quiet"
            icon={<Pencil size={14} aria-hidden />}
            aria-label={t({ id: 'admin.editOne' }, { name: item.name })}
            onPress={() => actions.onEdit(item.id)}
          >
            {t({ id: 'admin.edit' })}
          </Button>
          <Button
            small
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            aria-label={t({ id: 'admin.removeOne' }, { name: item.name })}
            onPress={() => actions.onRemove(item)}
          >
            {t({ id: 'admin.remove' })}
          </Button>
        </span>
      ),
    },
  ];
}
