import contactPointsFile from '../../resources/facts/contactPoints.json' with { type: 'json' }
import timetableFile from '../../resources/facts/timetable.json' with { type: 'json' }

/** How one is served in a period: without an appointment, with one, or by phone. */
export type Access = 'walkIn' | 'appointment' | 'phone'

/** Open from `from` until just before `to`; 'HH:mm' on the wall clock in Helsinki. */
export interface OpenPeriod {
  readonly from: string
  readonly to: string
  readonly access: Access
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'
export type WeeklyHours = Readonly<Record<Weekday, readonly OpenPeriod[]>>

/** Weekly hours by place (resources/facts/timetable.json). */
export interface Timetable {
  readonly servicePoint: WeeklyHours
  readonly phoneLine: WeeklyHours
  readonly asOy: WeeklyHours
}

/** Numbers, addresses and routes (resources/facts/contactPoints.json). Phone numbers are as people read them. */
export interface ContactPoints {
  readonly servicePoint: {
    readonly address: string
    readonly district: string
    readonly routes: readonly {
      readonly means: 'bus' | 'tram'
      readonly lines: readonly string[]
      readonly stop: string
    }[]
    readonly walks: readonly {
      readonly from: string
      readonly minutesFrom: number
      readonly minutesTo: number
    }[]
    readonly customerParking: boolean
    readonly nearestCarPark: string
    readonly groundFloor: boolean
    readonly registerAtReception: boolean
  }
  readonly phoneLine: { readonly phone: string; readonly callsRecorded: boolean }
  readonly onCall: { readonly phone: string }
  readonly asOy: { readonly phone: string; readonly email: string }
  readonly generalEmail: string
  readonly maintenanceCallsBeginWith: string
  readonly keyServicePoint: {
    readonly name: string
    readonly address: string
    /** The streets at whose crossing the entrance is. */
    readonly entrance: readonly string[]
    readonly returnsWhenClosed: boolean
  }
  readonly portal: { readonly address: string }
}

export interface Facts {
  readonly contactPoints: ContactPoints
  readonly timetable: Timetable
}

/** Heka's phone numbers, addresses and routes (003_6520488e57b6da1e.txt). */
export const contactPoints: ContactPoints = contactPointsFile as ContactPoints

/** The weekly hours of the service point, the phone line and the As Oy team (003_6520488e57b6da1e.txt). */
export const timetable: Timetable = timetableFile as Timetable

/** The facts that ship with the program, as the rules take them. */
export const facts: Facts = { contactPoints, timetable }
