import type { Making } from './people'
import type { Property } from './properties'
import type { Random } from './random'

export interface Apartment {
  readonly id: string
  readonly rooms: number
}

const roomsMix: readonly (readonly [number, number])[] = [
  [22, 1],
  [42, 2],
  [28, 3],
  [7, 4],
  [1, 5],
]

const specialRoomsMix: readonly (readonly [number, number])[] = [
  [84, 1],
  [16, 2],
]

// Square metres that an apartment of so many rooms has at least, and how much more it may have.
const areas: readonly (readonly [least: number, more: number])[] = [
  [22, 17],
  [39, 24],
  [58, 28],
  [77, 27],
  [95, 32],
]

const area = (random: Random, rooms: number) => {
  const [least, more] = areas[rooms - 1] ?? [110, 40]
  return (least + random.int(0, more * 2) / 2).toFixed(1)
}

/**
 * Gives a maker of a property's apartments, one after another: each call writes one row. Numbers run on through
 * the stairs; a housing company has other owners' apartments in between. Rooms are as chance has it when left out.
 */
export function createApartments({ random, write }: Making, property: Property) {
  const oneStair = property.kind !== 'asoy' && property.apartments < 8
  const aStair = random.int(9, 24)
  let number = 0
  return (roomsWished?: number): Apartment => {
    number += property.kind === 'asoy' ? random.int(1, 7) : 1
    const stair = oneStair ? '' : String.fromCharCode(65 + Math.min(25, Math.floor((number - 1) / aStair)))
    const mix = property.kind === 'special' ? specialRoomsMix : roomsMix
    const rooms = roomsWished ?? random.weighted(mix)
    const id = `${property.id}-${stair}${number}`
    write('apartments', [id, property.id, stair, String(number), String(rooms), area(random, rooms)])
    return { id, rooms }
  }
}
