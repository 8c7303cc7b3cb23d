import { Link } from '@tanstack/react-router';
import { serverNow } from '@ringside/ui/ticker';
import {
  BellRing,
  CalendarCheck,
  CalendarClock,
  ChartColumn,
  HandCoins,
  Headset,
  House,
  LayoutDashboard,
  LayoutList,
  ListChecks,
  MessageSquareWarning,
  PhoneCall,
  Scale,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  UserRoundStar,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useApprovals } from '../approvals.ts';
import type { DeskState } from '../desk.ts';
import { useDesk } from '../desk.ts';
import { isLate } from '../due.ts';
import { useText } from '../i18n/text.ts';
import { isFor, useMay } from '../may.ts';
import type { Page } from '../navigation.ts';
import './NavRail.css';

/** The ways through the product, each with its word. */
export function NavRail({ onDemo }: { readonly onDemo: () => void }) {
  const t = useText();
  const late = useDesk(({ desk }) => desk && lateCount(desk, serverNow()));
  const approvals = useApprovals((s) => s.count);
  const hasRotas = useDesk(({ desk }) => (desk?.duty.length ?? 0) > 0);
  const isDemo = useDesk((s) => s.desk?.demo !== null && s.desk !== null);
  return (
    <nav className="rail" aria-label={t({ id: 'frame.nav' })}>
      <RailLink to="/" icon={<House size={20} aria-hidden />} word={t({ id: 'nav.desk' })} />
      <RailLink to="/search" icon={<Users size={20} aria-hidden />} word={t({ id: 'nav.customers' })} />
      <RailLink
        to="/tasks"
        icon={<ListChecks size={20} aria-hidden />}
        word={t({ id: 'nav.tasks' })}
        badge={late ? { count: late, word: t({ id: 'nav.late' }, { count: late }) } : null}
      />
      <RailLink to="/day" icon={<CalendarCheck size={20} aria-hidden />} word={t({ id: 'nav.day' })} />
      <RailLink
        to="/cases"
        icon={<MessageSquareWarning size={20} aria-hidden />}
        word={t({ id: 'nav.cases' })}
      />
      <RailLink to="/calls" icon={<PhoneCall size={20} aria-hidden />} word={t({ id: 'nav.calls' })} />
      <RailLink to="/queues" icon={<LayoutList size={20} aria-hidden />} word={t({ id: 'nav.queues' })} />
      <RailLink to="/board" icon={<LayoutDashboard size={20} aria-hidden />} word={t({ id: 'nav.board' })} />
      <RailLink
        to="/compensation"
        icon={<HandCoins size={20} aria-hidden />}
        word={t({ id: 'nav.compensation' })}
        badge={
          approvals ? { count: approvals, word: t({ id: 'nav.approvals' }, { count: approvals }) } : null
        }
      />
      <RailLink to="/rota" icon={<CalendarClock size={20} aria-hidden />} word={t({ id: 'nav.rota' })} />
      {hasRotas && (
        <RailLink to="/manager" icon={<BellRing size={20} aria-hidden />} word={t({ id: 'nav.manager' })} />
      )}
      <RailLink to="/load" icon={<Scale size={20} aria-hidden />} word={t({ id: 'nav.load' })} />
      <RailLink to="/reports" icon={<ChartColumn size={20} aria-hidden />} word={t({ id: 'nav.reports' })} />
      <RailLink
        to="/managers"
        icon={<UserRoundStar size={20} aria-hidden />}
        word={t({ id: 'nav.managers' })}
      />
      <RailLink to="/causes" icon={<ShieldCheck size={20} aria-hidden />} word={t({ id: 'nav.causes' })} />
      <span className="rail-gap" />
      {isDemo && (
        <button type="button" className="rail-link" onClick={onDemo}>
          <Headset size={20} aria-hidden />
          <span>{t({ id: 'nav.demo' })}</span>
        </button>
      )}
      <RailLink
        to="/administration"
        icon={<SlidersHorizontal size={20} aria-hidden />}
        word={t({ id: 'nav.administration' })}
      />
      <RailLink to="/settings" icon={<Settings size={20} aria-hidden />} word={t({ id: 'nav.settings' })} />
    </nav>
  );
}

const lateCount = ({ tasks, promises }: Pick<DeskState, 'tasks' | 'promises'>, now: number): number =>
  tasks.filter((task) => isLate(task, now)).length + promises.filter(({ dueAt }) => dueAt < now).length;

interface RailLinkProps {
  readonly to: Page;
  readonly icon: ReactNode;
  readonly word: string;
  readonly badge?: { readonly count: number; readonly word: string } | null;
}

function RailLink({ to, icon, word, badge = null }: RailLinkProps) {
  const may = useMay();
  if (!isFor(may, to)) return null;
  return (
    <Link to={to} className="rail-link" activeOptions={{ exact: to === '/', includeSearch: false }}>
      {icon}
      <span>{word}</span>
      {badge && (
        <em title={badge.word}>
          <span aria-hidden>{badge.count}</span>
          <span className="rs-hidden">{badge.word}</span>
        </em>
      )}
    </Link>
  );
}
