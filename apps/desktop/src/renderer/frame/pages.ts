import { lazyPage } from './lazy-page.tsx';

/**
 * The pages that come in files of their own. What a ringing call needs (the frame, the card, the home page) is not
 * among them: it is there before anybody signs in. A new page is named here, in `inOrder` and in router.tsx; a static
 * import of it from anywhere else would put it back into the first file.
 */
export const ContactWork = lazyPage(() => import('./ContactWork.tsx').then((it) => it.ContactWork));
export const CustomerWork = lazyPage(() => import('./CustomerWork.tsx').then((it) => it.CustomerWork));
export const SearchPage = lazyPage(() =>
  import('../features/customer/SearchPage.tsx').then((it) => it.SearchPage),
);
export const TasksPage = lazyPage(() => import('../features/tasks/TasksPage.tsx').then((it) => it.TasksPage));
export const DayPage = lazyPage(() => import('../features/my-day/DayPage.tsx').then((it) => it.DayPage));
export const WorkListPage = lazyPage(() =>
  import('../features/work-list/WorkListPage.tsx').then((it) => it.WorkListPage),
);
export const LoadPage = lazyPage(() => import('../features/load/LoadPage.tsx').then((it) => it.LoadPage));
export const CaseWork = lazyPage(() => import('./CaseWork.tsx').then((it) => it.CaseWork));
export const CallsPage = lazyPage(() => import('../features/calls/CallsPage.tsx').then((it) => it.CallsPage));
export const CallPathPage = lazyPage(() =>
  import('../features/call-path/CallPathPage.tsx').then((it) => it.CallPathPage),
);
export const QueuesPage = lazyPage(() =>
  import('../features/queues/QueuesPage.tsx').then((it) => it.QueuesPage),
);
export const CompensationPage = lazyPage(() =>
  import('../features/compensation/CompensationPage.tsx').then((it) => it.CompensationPage),
);
export const AdministrationPage = lazyPage(() =>
  import('../features/administration/AdministrationPage.tsx').then((it) => it.AdministrationPage),
);
export const BoardWork = lazyPage(() => import('./BoardWork.tsx').then((it) => it.BoardWork));
export const RotaWork = lazyPage(() => import('./RotaWork.tsx').then((it) => it.RotaWork));
/** Not a page, but what only those in charge have on each: nobody else fetches it. */
export const InCharge = lazyPage(() => import('./InCharge.tsx').then((it) => it.InCharge));
export const FloorPage = lazyPage(() => import('../features/board/FloorPage.tsx').then((it) => it.FloorPage));
export const ReportPage = lazyPage(() =>
  import('../features/reports/ReportPage.tsx').then((it) => it.ReportPage),
);
export const OwnDayPage = lazyPage(() =>
  import('../features/reports/OwnDayPage.tsx').then((it) => it.OwnDayPage),
);
export const CausesPage = lazyPage(() =>
  import('../features/prevention/CausesPage.tsx').then((it) => it.CausesPage),
);
export const ManagerReportPage = lazyPage(() =>
  import('../features/manager-report/ManagerReportPage.tsx').then((it) => it.ManagerReportPage),
);
export const ManagerPage = lazyPage(() => import('./ManagerWork.tsx').then((it) => it.ManagerWork));
export const SatisfactionCallPage = lazyPage(() =>
  import('../features/satisfaction/SatisfactionCallPage.tsx').then((it) => it.SatisfactionCallPage),
);
export const SettingsPage = lazyPage(() =>
  import('../features/settings/SettingsPage.tsx').then((it) => it.SettingsPage),
);

/** In the order in which they are likely to be wanted. */
const inOrder = [
  ContactWork,
  CustomerWork,
  TasksPage,
  DayPage,
  SearchPage,
  WorkListPage,
  CaseWork,
  CallsPage,
  CallPathPage,
  QueuesPage,
  OwnDayPage,
  SatisfactionCallPage,
  CausesPage,
  RotaWork,
  ManagerPage,
  BoardWork,
  CompensationPage,
  LoadPage,
  ReportPage,
  ManagerReportPage,
  FloorPage,
  SettingsPage,
  AdministrationPage,
];

/** Fetches all pages one after the other, waiting before each until `free` says that nothing else is to be done. */
export async function preloadPages(free: () => Promise<void>): Promise<void> {
  for (const page of inOrder) {
    await free();
    await page.preload();
  }
}
