import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '#shared/contract/base'
import { atCounter, serving } from './session'

export interface PageRoute {
  readonly path: string
  readonly page: LazyExoticComponent<ComponentType>
  /** Who has a use for the page; absent for everyone. The desk itself checks every call. */
  readonly roles?: readonly Role[]
}

/** Every page by its address after the hash. A page is loaded when it is first opened. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('../features/system/TodayPage')) },
  { path: '/residents', page: lazy(() => import('../features/residents/ResidentsPage')), roles: serving },
  { path: '/residents/:id', page: lazy(() => import('../features/residents/ResidentPage')), roles: serving },
  {
    path: '/residents/:id/identify',
    page: lazy(() => import('../features/identity/IdentityPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/portal',
    page: lazy(() => import('../features/portal/PortalPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/book',
    page: lazy(() => import('../features/appointments/BookPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/ask',
    page: lazy(() => import('../features/mandates/AskPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/mandates',
    page: lazy(() => import('../features/mandates/ResidentMandatesPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/mandates/new',
    page: lazy(() => import('../features/mandates/RecordPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/requests/new',
    page: lazy(() => import('../features/requests/MakePage')),
    roles: serving,
  },
  {
    path: '/residents/:id/defects/new',
    page: lazy(() => import('../features/defects/ReportPage')),
    roles: serving,
  },
  { path: '/residents/:id/door', page: lazy(() => import('../features/doors/OrderPage')), roles: serving },
  {
    path: '/residents/:id/manager',
    page: lazy(() => import('../features/tasks/ManagerPage')),
    roles: serving,
  },
  { path: '/calls', page: lazy(() => import('../features/calls/CallDeskPage')), roles: serving },
  { path: '/calls/:id', page: lazy(() => import('../features/calls/CallPage')), roles: serving },
  { path: '/defects', page: lazy(() => import('../features/defects/DefectsPage')), roles: serving },
  { path: '/defects/:id', page: lazy(() => import('../features/defects/DefectPage')), roles: serving },
  { path: '/doors', page: lazy(() => import('../features/doors/DoorsPage')), roles: serving },
  {
    path: '/doors/prices',
    page: lazy(() => import('../features/doors/PricesPage')),
    roles: ['administrator', 'lead'],
  },
  { path: '/doors/:id', page: lazy(() => import('../features/doors/DoorPage')), roles: serving },
  { path: '/tasks', page: lazy(() => import('../features/tasks/TasksPage')), roles: serving },
  { path: '/tasks/new', page: lazy(() => import('../features/tasks/MakeTaskPage')), roles: serving },
  { path: '/tasks/:id', page: lazy(() => import('../features/tasks/TaskPage')), roles: serving },
  { path: '/answers', page: lazy(() => import('../features/answers/AnswersPage')) },
  // `?startsAt=…&lane=…` of a free time in the calendar, or nothing: for somebody who is not in the register.
  { path: '/book', page: lazy(() => import('../features/appointments/BookPage')), roles: serving },
  {
    path: '/appointments/:id',
    page: lazy(() => import('../features/appointments/AppointmentPage')),
    roles: serving,
  },
  { path: '/reception', page: lazy(() => import('../features/visits/ReceptionPage')), roles: serving },
  { path: '/serve', page: lazy(() => import('../features/visits/ServePage')), roles: atCounter },
  { path: '/calendar', page: lazy(() => import('../features/calendar/CalendarPage')), roles: serving },
  { path: '/timetable', page: lazy(() => import('../features/timetable/TimetablePage')) },
  { path: '/mandates', page: lazy(() => import('../features/mandates/EndingSoonPage')), roles: serving },
  { path: '/mandates/:id', page: lazy(() => import('../features/mandates/MandatePage')), roles: serving },
  {
    path: '/mandates/:id/correct',
    page: lazy(() => import('../features/mandates/CorrectPage')),
    roles: serving,
  },
  {
    path: '/mandates/:id/renew',
    page: lazy(() => import('../features/mandates/RenewPage')),
    roles: serving,
  },
  {
    path: '/requests',
    page: lazy(() => import('../features/requests/OpenRequestsPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys',
    page: lazy(() => import('../features/keys/ResidentKeysPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys/transfer/:requestId',
    page: lazy(() => import('../features/keys/ResidentKeysPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys/:direction/:leaseNo?',
    page: lazy(() => import('../features/keys/MakeHandoffPage')),
    roles: serving,
  },
  { path: '/keys', page: lazy(() => import('../features/keys/KeysPage')), roles: serving },
  { path: '/keys/reports', page: lazy(() => import('../features/keys/ReportsPage')), roles: serving },
  { path: '/keys/reports/:id', page: lazy(() => import('../features/keys/ReportPage')), roles: serving },
  { path: '/keys/handoffs/:id', page: lazy(() => import('../features/keys/HandoffPage')), roles: serving },
  {
    path: '/keys/apartments/:id',
    page: lazy(() => import('../features/keys/ApartmentKeysPage')),
    roles: serving,
  },
  {
    path: '/keys/properties/:id',
    page: lazy(() => import('../features/keys/PropertyKeysPage')),
    roles: serving,
  },
  { path: '/requests/:id', page: lazy(() => import('../features/requests/RequestPage')), roles: serving },
  { path: '/advice', page: lazy(() => import('../features/advice/AdvicePage')), roles: serving },
  { path: '/outbox', page: lazy(() => import('../features/outbox/OutboxPage')), roles: serving },
  {
    path: '/register',
    page: lazy(() => import('../features/register/RegisterPage')),
    roles: ['administrator', 'lead'],
  },
  {
    path: '/staff',
    page: lazy(() => import('../features/staff/StaffPage')),
    roles: ['administrator', 'lead'],
  },
  {
    path: '/desks',
    page: lazy(() => import('../features/presence/DesksPage')),
    roles: ['administrator', 'lead'],
  },
  { path: '/audit', page: lazy(() => import('../features/audit/AuditPage')), roles: ['lead'] },
  { path: '/settings', page: lazy(() => import('../features/system/SettingsPage')) },
]
