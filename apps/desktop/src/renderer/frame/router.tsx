import { asId } from '@ringside/shared/model/ids';
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { CallsPage } from '../features/calls/CallsPage.tsx';
import { CasePage } from '../features/cases/CasePage.tsx';
import { CasesPage } from '../features/cases/CasesPage.tsx';
import { SearchPage } from '../features/customer/SearchPage.tsx';
import { QueuesPage } from '../features/queues/QueuesPage.tsx';
import { Devices } from '../features/session/DeviceSetUp.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { TasksPage } from '../features/tasks/TasksPage.tsx';
import { CustomerWork } from './CustomerWork.tsx';
import { Frame } from './Frame.tsx';
import { HomePage } from './HomePage.tsx';

const root = createRootRoute({ component: Frame });
const page = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customer/$customerId',
  component: function Customer() {
    const { customerId } = customer.useParams();
    return <CustomerWork key={customerId} customerId={asId<'customer'>(customerId)} />;
  },
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: function Case() {
    const { caseId } = oneCase.useParams();
    return <CasePage key={caseId} caseId={asId<'case'>(caseId)} />;
  },
});

/** The frame shows open contacts itself, so that they stay mounted; their address is only a place to be at. */
const contact = page('/contact/$callId', () => null);

const routeTree = root.addChildren([
  page('/', () => <HomePage />),
  contact,
  customer,
  page('/search', () => <SearchPage />),
  page('/tasks', () => <TasksPage />),
  page('/cases', () => <CasesPage />),
  oneCase,
  page('/calls', () => <CallsPage />),
  page('/queues', () => <QueuesPage />),
  page('/settings', () => <SettingsPage devices={<Devices />} />),
]);

export const makeRouter = () =>
  createRouter({ routeTree, history: createHashHistory(), defaultNotFoundComponent: () => <HomePage /> });
