import type { ComponentType } from 'react'
import type { Role } from '#shared/contract/base'
import { later } from './later'
import { atCounter, serving } from './session'

export interface PageRoute {
  readonly path: string
  readonly page: ComponentType
  /** Who has a use for the page; absent for everyone. The desk itself checks every call. */
  readonly roles?: readonly Role[]
}

/** Every page by its address after the hash. A page is loaded when nothing else is to be done, or when it is first opened. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: later(() => import('../features/system/TodayPage')) },
  { path: '/residents', page: later(() => import('../features/residents/ResidentsPage')), roles: serving },
  { path: '/residents/:id', page: later(() => import('../features/residents/ResidentPage')), roles: serving },
  {
    path: '/residents/:id/identify',
    page: later(() => import('../features/identity/IdentityPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/portal',
    page: later(() => import('../features/portal/PortalPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/book',
    page: later(() => import('../features/appointments/BookPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/ask',
    page: later(() => import('../features/mandates/AskPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/mandates',
    page: later(() => import('../features/mandates/ResidentMandatesPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/mandates/new',
    page: later(() => import('../features/mandates/RecordPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/requests/new',
    page: later(() => import('../features/requests/MakePage')),
    roles: serving,
  },
  {
    path: '/residents/:id/defects/new',
    page: later(() => import('../features/defects/ReportPage')),
    roles: serving,
  },
  { path: '/residents/:id/door', page: later(() => import('../features/doors/OrderPage')), roles: serving },
  {
    path: '/residents/:id/manager',
    page: later(() => import('../features/tasks/ManagerPage')),
    roles: serving,
  },
  { path: '/calls', page: later(() => import('../features/calls/CallDeskPage')), roles: serving },
  { path: '/calls/:id', page: later(() => import('../features/calls/CallPage')), roles: serving },
  { path: '/defects', page: later(() => import('../features/defects/DefectsPage')), roles: serving },
  { path: '/defects/:id', page: later(() => import('../features/defects/DefectPage')), roles: serving },
  { path: '/doors', page: later(() => import('../features/doors/DoorsPage')), roles: serving },
  {
    path: '/doors/prices',
    page: later(() => import('../features/doors/PricesPage')),
    roles: ['administrator', 'lead'],
  },
  { path: '/doors/:id', page: later(() => import('../features/doors/DoorPage')), roles: serving },
  { path: '/tasks', page: later(() => import('../features/tasks/TasksPage')), roles: serving },
  { path: '/tasks/new', page: later(() => import('../features/tasks/MakeTaskPage')), roles: serving },
  { path: '/tasks/:id', page: later(() => import('../features/tasks/TaskPage')), roles: serving },
  { path: '/answers', page: later(() => import('../features/answers/AnswersPage')) },
  // `?startsAt=…&lane=…` of a free time in the calendar, or nothing: for somebody who is not in the register.
  { path: '/book', page: later(() => import('../features/appointments/BookPage')), roles: serving },
  {
    path: '/appointments/:id',
    page: later(() => import('../features/appointments/AppointmentPage')),
    roles: serving,
  },
  { path: '/reception', page: later(() => import('../features/visits/ReceptionPage')), roles: serving },
  { path: '/serve', page: later(() => import('../features/visits/ServePage')), roles: atCounter },
  { path: '/calendar', page: later(() => import('../features/calendar/CalendarPage')), roles: serving },
  { path: '/timetable', page: later(() => import('../features/timetable/TimetablePage')) },
  { path: '/mandates', page: later(() => import('../features/mandates/EndingSoonPage')), roles: serving },
  { path: '/mandates/:id', page: later(() => import('../features/mandates/MandatePage')), roles: serving },
  {
    path: '/mandates/:id/correct',
    page: later(() => import('../features/mandates/CorrectPage')),
    roles: serving,
  },
  {
    path: '/mandates/:id/renew',
    page: later(() => import('../features/mandates/RenewPage')),
    roles: serving,
  },
  {
    path: '/requests',
    page: later(() => import('../features/requests/OpenRequestsPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys',
    page: later(() => import('../features/keys/ResidentKeysPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys/transfer/:requestId',
    page: later(() => import('../features/keys/ResidentKeysPage')),
    roles: serving,
  },
  {
    path: '/residents/:id/keys/:direction/:leaseNo?',
    page: later(() => import('../features/keys/MakeHandoffPage')),
    roles: serving,
  },
  { path: '/keys', page: later(() => import('../features/keys/KeysPage')), roles: serving },
  { path: '/keys/reports', page: later(() => import('../features/keys/ReportsPage')), roles: serving },
  { path: '/keys/reports/:id', page: later(() => import('../features/keys/ReportPage')), roles: serving },
  { path: '/keys/handoffs/:id', page: later(() => import('../features/keys/HandoffPage')), roles: serving },
  {
    path: '/keys/apartments/:id',
    page: later(() => import('../features/keys/ApartmentKeysPage')),
    roles: serving,
  },
  {
    path: '/keys/properties/:id',
    page: later(() => import('../features/keys/PropertyKeysPage')),
    roles: serving,
  },
  { path: '/requests/:id', page: later(() => import('../features/requests/RequestPage')), roles: serving },
  { path: '/advice', page: later(() => import('../features/advice/AdvicePage')), roles: serving },
  { path: '/outbox', page: later(() => import('../features/outbox/OutboxPage')), roles: serving },
  {
    path: '/register',
    page: later(() => import('../features/register/RegisterPage')),
    roles: ['administrator', 'lead'],
  },
  {
    path: '/staff',
    page: later(() => import('../features/staff/StaffPage')),
    roles: ['administrator', 'lead'],
  },
  {
    path: '/desks',
    page: later(() => import('../features/presence/DesksPage')),
    roles: ['administrator', 'lead'],
  },
  { path: '/audit', page: later(() => import('../features/audit/AuditPage')), roles: ['lead'] },
  { path: '/settings', page: later(() => import('../features/system/SettingsPage')) },
]
