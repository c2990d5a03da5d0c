import type { ComponentType } from 'react'
import type { Role } from '#shared/contract/base'
import { AdvicePage } from '../features/advice/AdvicePage'
import { AnswersPage } from '../features/answers/AnswersPage'
import { AppointmentPage } from '../features/appointments/AppointmentPage'
import { BookPage } from '../features/appointments/BookPage'
import { AuditPage } from '../features/audit/AuditPage'
import { CalendarPage } from '../features/calendar/CalendarPage'
import { CallDeskPage } from '../features/calls/CallDeskPage'
import { CallPage } from '../features/calls/CallPage'
import { DefectPage } from '../features/defects/DefectPage'
import { DefectsPage } from '../features/defects/DefectsPage'
import { ReportDefectPage } from '../features/defects/ReportDefectPage'
import { DoorPage } from '../features/doors/DoorPage'
import { DoorsPage } from '../features/doors/DoorsPage'
import { OrderPage } from '../features/doors/OrderPage'
import { PricesPage } from '../features/doors/PricesPage'
import { IdentityPage } from '../features/identity/IdentityPage'
import { ApartmentKeysPage } from '../features/keys/ApartmentKeysPage'
import { HandoffPage } from '../features/keys/HandoffPage'
import { KeysPage } from '../features/keys/KeysPage'
import { MakeHandoffPage } from '../features/keys/MakeHandoffPage'
import { PropertyKeysPage } from '../features/keys/PropertyKeysPage'
import { ReportPage } from '../features/keys/ReportPage'
import { ReportsPage } from '../features/keys/ReportsPage'
import { ResidentKeysPage } from '../features/keys/ResidentKeysPage'
import { AskPage } from '../features/mandates/AskPage'
import { CorrectPage } from '../features/mandates/CorrectPage'
import { EndingSoonPage } from '../features/mandates/EndingSoonPage'
import { MandatePage } from '../features/mandates/MandatePage'
import { RecordPage } from '../features/mandates/RecordPage'
import { RenewPage } from '../features/mandates/RenewPage'
import { ResidentMandatesPage } from '../features/mandates/ResidentMandatesPage'
import { OutboxPage } from '../features/outbox/OutboxPage'
import { PortalPage } from '../features/portal/PortalPage'
import { DesksPage } from '../features/presence/DesksPage'
import { RegisterPage } from '../features/register/RegisterPage'
import { MakePage } from '../features/requests/MakePage'
import { OpenRequestsPage } from '../features/requests/OpenRequestsPage'
import { RequestPage } from '../features/requests/RequestPage'
import { ResidentPage } from '../features/residents/ResidentPage'
import { ResidentsPage } from '../features/residents/ResidentsPage'
import { StaffPage } from '../features/staff/StaffPage'
import { SettingsPage } from '../features/system/SettingsPage'
import { TodayPage } from '../features/system/TodayPage'
import { MakeTaskPage } from '../features/tasks/MakeTaskPage'
import { ManagerPage } from '../features/tasks/ManagerPage'
import { TaskPage } from '../features/tasks/TaskPage'
import { TasksPage } from '../features/tasks/TasksPage'
import { TimetablePage } from '../features/timetable/TimetablePage'
import { ReceptionPage } from '../features/visits/ReceptionPage'
import { ServePage } from '../features/visits/ServePage'
import { atCounter, serving } from './session'

export interface PageRoute {
  readonly path: string
  readonly page: ComponentType
  /** Who has a use for the page; absent for everyone. The desk itself checks every call. */
  readonly roles?: readonly Role[]
}

/** Every page by its address after the hash. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: TodayPage },
  { path: '/residents', page: ResidentsPage, roles: serving },
  { path: '/residents/:id', page: ResidentPage, roles: serving },
  { path: '/residents/:id/identify', page: IdentityPage, roles: serving },
  { path: '/residents/:id/portal', page: PortalPage, roles: serving },
  { path: '/residents/:id/book', page: BookPage, roles: serving },
  { path: '/residents/:id/ask', page: AskPage, roles: serving },
  { path: '/residents/:id/mandates', page: ResidentMandatesPage, roles: serving },
  { path: '/residents/:id/mandates/new', page: RecordPage, roles: serving },
  { path: '/residents/:id/requests/new', page: MakePage, roles: serving },
  { path: '/residents/:id/defects/new', page: ReportDefectPage, roles: serving },
  { path: '/residents/:id/door', page: OrderPage, roles: serving },
  { path: '/residents/:id/manager', page: ManagerPage, roles: serving },
  { path: '/calls', page: CallDeskPage, roles: serving },
  { path: '/calls/:id', page: CallPage, roles: serving },
  { path: '/defects', page: DefectsPage, roles: serving },
  { path: '/defects/:id', page: DefectPage, roles: serving },
  { path: '/doors', page: DoorsPage, roles: serving },
  { path: '/doors/prices', page: PricesPage, roles: ['administrator', 'lead'] },
  { path: '/doors/:id', page: DoorPage, roles: serving },
  { path: '/tasks', page: TasksPage, roles: serving },
  { path: '/tasks/new', page: MakeTaskPage, roles: serving },
  { path: '/tasks/:id', page: TaskPage, roles: serving },
  { path: '/answers', page: AnswersPage },
  // `?startsAt=…&lane=…` of a free time in the calendar, or nothing: for somebody who is not in the register.
  { path: '/book', page: BookPage, roles: serving },
  { path: '/appointments/:id', page: AppointmentPage, roles: serving },
  { path: '/reception', page: ReceptionPage, roles: serving },
  { path: '/serve', page: ServePage, roles: atCounter },
  { path: '/calendar', page: CalendarPage, roles: serving },
  { path: '/timetable', page: TimetablePage },
  { path: '/mandates', page: EndingSoonPage, roles: serving },
  { path: '/mandates/:id', page: MandatePage, roles: serving },
  { path: '/mandates/:id/correct', page: CorrectPage, roles: serving },
  { path: '/mandates/:id/renew', page: RenewPage, roles: serving },
  { path: '/requests', page: OpenRequestsPage, roles: serving },
  { path: '/residents/:id/keys', page: ResidentKeysPage, roles: serving },
  { path: '/residents/:id/keys/transfer/:requestId', page: ResidentKeysPage, roles: serving },
  { path: '/residents/:id/keys/:direction/:leaseNo?', page: MakeHandoffPage, roles: serving },
  { path: '/keys', page: KeysPage, roles: serving },
  { path: '/keys/reports', page: ReportsPage, roles: serving },
  { path: '/keys/reports/:id', page: ReportPage, roles: serving },
  { path: '/keys/handoffs/:id', page: HandoffPage, roles: serving },
  { path: '/keys/apartments/:id', page: ApartmentKeysPage, roles: serving },
  { path: '/keys/properties/:id', page: PropertyKeysPage, roles: serving },
  { path: '/requests/:id', page: RequestPage, roles: serving },
  { path: '/advice', page: AdvicePage, roles: serving },
  { path: '/outbox', page: OutboxPage, roles: serving },
  { path: '/register', page: RegisterPage, roles: ['administrator', 'lead'] },
  { path: '/staff', page: StaffPage, roles: ['administrator', 'lead'] },
  { path: '/desks', page: DesksPage, roles: ['administrator', 'lead'] },
  { path: '/audit', page: AuditPage, roles: ['lead'] },
  { path: '/settings', page: SettingsPage },
]
