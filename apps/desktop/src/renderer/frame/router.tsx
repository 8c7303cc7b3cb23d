import { asId } from '@ringside/shared/model/ids';
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Devices } from '../features/session/DeviceSetUp.tsx';
import { Frame } from './Frame.tsx';
import { HomePage } from './HomePage.tsx';
import type { LazyPage } from './lazy-page.tsx';
import {
  AdministrationPage,
  BoardWork,
  CallPathPage,
  CallsPage,
  CaseWork,
  CompensationPage,
  CausesPage,
  CustomerWork,
  DayPage,
  FloorPage,
  LoadPage,
  ManagerPage,
  ManagerReportPage,
  OwnDayPage,
  QueuesPage,
  ReportPage,
  RotaWork,
  SatisfactionCallPage,
  SearchPage,
  SettingsPage,
  TasksPage,
  WorkListPage,
} from './pages.ts';

/**
 * Every page but the home page is a lazy one of pages.ts. The router waits for its code (`loader`) before it leaves the
 * page that is shown, so that nothing flashes between the two.
 */
const root = createRootRoute({ component: Frame });
const page = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });
const lazy = (path: string, { preload }: Preloaded, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component, loader: preload });
type Preloaded = Pick<LazyPage<object>, 'preload'>;

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customer/$customerId',
  loader: CustomerWork.preload,
  component: function Customer() {
    const { customerId } = customer.useParams();
    return <CustomerWork key={customerId} customerId={asId<'customer'>(customerId)} />;
  },
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  loader: CaseWork.preload,
  component: function Case() {
    const { caseId } = oneCase.useParams();
    return <CaseWork key={caseId} caseId={asId<'case'>(caseId)} />;
  },
});

const satisfactionCall = createRoute({
  getParentRoute: () => root,
  path: '/satisfaction/$taskId',
  loader: SatisfactionCallPage.preload,
  component: function SatisfactionCall() {
    const { taskId } = satisfactionCall.useParams();
    return <SatisfactionCallPage key={taskId} taskId={asId<'task'>(taskId)} />;
  },
});

const oneCallPath = createRoute({
  getParentRoute: () => root,
  path: '/calls/$callId/path',
  loader: CallPathPage.preload,
  component: function PathOfCall() {
    const { callId } = oneCallPath.useParams();
    return <CallPathPage key={callId} callId={asId<'call'>(callId)} />;
  },
});

/** The frame shows open contacts itself, so that they stay mounted; their address is only a place to be at. */
const contact = page('/contact/$callId', () => null);

const routeTree = root.addChildren([
  page('/', () => <HomePage />),
  contact,
  customer,
  lazy('/search', SearchPage, () => <SearchPage />),
  lazy('/tasks', TasksPage, () => <TasksPage />),
  lazy('/day', DayPage, () => <DayPage />),
  lazy('/cases', WorkListPage, () => <WorkListPage />),
  oneCase,
  oneCallPath,
  satisfactionCall,
  lazy('/calls', CallsPage, () => <CallsPage />),
  lazy('/queues', QueuesPage, () => <QueuesPage />),
  lazy('/administration', AdministrationPage, () => <AdministrationPage />),
  lazy('/my-day', OwnDayPage, () => <OwnDayPage />),
  lazy('/board', BoardWork, () => <BoardWork />),
  lazy('/floor', FloorPage, () => <FloorPage />),
  lazy('/compensation', CompensationPage, () => <CompensationPage />),
  lazy('/load', LoadPage, () => <LoadPage />),
  lazy('/causes', CausesPage, () => <CausesPage />),
  lazy('/rota', RotaWork, () => <RotaWork />),
  lazy('/manager', ManagerPage, () => <ManagerPage />),
  lazy('/managers', ManagerReportPage, () => <ManagerReportPage />),
  lazy('/reports', ReportPage, () => <ReportPage />),
  lazy('/settings', SettingsPage, () => <SettingsPage devices={<Devices />} />),
]);

export const makeRouter = () =>
  createRouter({ routeTree, history: createHashHistory(), defaultNotFoundComponent: () => <HomePage /> });
