import * as z from 'zod'
import { labelRefusals } from '../rules/keyLabel'
import { keyKinds, keyLedgerRefusals } from '../rules/keyLedger'
import { base, id, line, servingRoles, version } from './base'
import {
  acts,
  actsOnOne,
  happened,
  look,
  lookAtOne,
  mostKeysAtOnce,
  refusals,
  seen,
  someKeys,
  which,
} from './keyCalls'
import { residentKeys } from './keyHandoffViews'
import { apartmentKeys, holderInput, keyEventView, keyView, propertyKeys } from './keyViews'

/** The ledger: who has which key. */
export const keyLedger = {
  /** Properties and apartments by address or number, for looking at their keys; at most 20. Protected homes are not found by address. */
  places: base
    .meta({ roles: servingRoles })
    .input(z.object({ text: line(200) }))
    .output(
      z.object({
        places: z.array(z.object({ kind: z.enum(['property', 'apartment']), id, label: z.string() })),
      }),
    ),
  /** The keys of an apartment: who has each, since when, and the open hand-off that it is in. */
  ofApartment: base
    .meta(look)
    .input(z.object({ apartmentId: id }))
    .output(apartmentKeys),
  /** Where the keys of a property's apartments are, in figures. */
  ofProperty: base
    .meta(look)
    .input(z.object({ propertyId: id }))
    .output(propertyKeys),
  /** The keys of a resident's homes with their hand-offs, and keys of others that they hold. */
  ofResident: base
    .meta(lookAtOne)
    .input(z.object({ residentId: id }))
    .output(residentKeys),
  /** The chain of one key, the first event first. */
  history: base
    .meta(look)
    .input(z.object({ keyId: id }))
    .output(z.object({ apartmentId: id, key: keyView, events: z.array(keyEventView) })),
  /** Registers keys of an apartment with their first holder. All or none. `field` is `keys.2.number` and the like. */
  register: base
    .meta(acts)
    .errors(refusals('alreadyKnown', 'numberRequired', 'keyInFuture', 'notTheirHome'))
    .input(
      z.object({
        apartmentId: id,
        keys: z
          .array(z.object({ kind: z.enum(keyKinds), number: line(40), setName: line(60), note: line(200) }))
          .min(1)
          .max(mostKeysAtOnce),
        holder: holderInput,
        ...happened,
      }),
    )
    .output(apartmentKeys),
  /** Changes what a key is called, not who has it. */
  edit: base
    .meta(acts)
    .input(z.object({ ...which, setName: line(60), note: line(200) }))
    .output(z.object({ key: keyView })),
  /**
   * Moves keys of one apartment: issued, returned, to maintenance, lost, found; which it is follows from who has them. All or none. Whoever saw
   * an older `seq` is refused by `movedMeanwhile`, with where the key is `now`.
   */
  move: base
    .meta(acts)
    .errors(
      refusals('movedMeanwhile', 'inOpenHandoff', 'notTheirHome', 'otherApartmentsKey', ...keyLedgerRefusals),
    )
    .input(z.object({ keys: someKeys, to: holderInput, ...happened }))
    .output(apartmentKeys),
  /** Says what an event of a key's chain should have said; the event stays. */
  correct: base
    .meta(acts)
    .errors(refusals('movedMeanwhile', 'inOpenHandoff', 'notTheirHome', 'noteRequired', ...keyLedgerRefusals))
    .input(z.object({ key: seen, corrects: version.min(1), to: holderInput, ...happened }))
    .output(apartmentKeys),
  /**
   * Says what kind of key it is and what is stamped on it, where that was typed wrong: an event of its chain, with why in `wordText`. Who has it
   * stays, and a hand-off that it is in goes on. `alreadyKnown`: `keyId` of the same apartment is called so. CHANGED_MEANWHILE of an older version.
   */
  correctKey: base
    .meta(acts)
    .errors(refusals('alreadyKnown', ...labelRefusals))
    .input(
      z.object({
        ...which,
        kind: z.enum(keyKinds),
        number: line(40),
        word: happened.word,
        wordText: happened.wordText,
      }),
    )
    .output(apartmentKeys),
  /** Takes a key out of use, or into use again. */
  setActive: base
    .meta({ ...acts, audit: { keep: ['active'] } })
    .errors(refusals('movedMeanwhile', 'inOpenHandoff', ...keyLedgerRefusals))
    .input(z.object({ key: seen, active: z.boolean(), ...happened }))
    .output(apartmentKeys),
  /** Hands the keys of a lease over to a tenant to whom it is transferred, without BLC Turva. */
  transfer: base
    .meta(actsOnOne)
    .errors(
      refusals(
        'notGrantorsLease',
        'notTheirHome',
        'sameTenant',
        'otherApartmentsKey',
        'movedMeanwhile',
        'inOpenHandoff',
        ...keyLedgerRefusals,
      ),
    )
    .input(
      z.object({
        residentId: id,
        leaseNo: line(40),
        toResidentId: id,
        keys: someKeys,
        ...happened,
      }),
    )
    .output(residentKeys),
  /** Compares what lists show with the chains, which are the truth. */
  check: base.meta({ roles: ['lead', 'administrator'], audit: {} }).output(
    z.object({
      keys: z.int(),
      events: z.int(),
      differences: z.array(
        z.object({
          keyId: id,
          apartmentId: id,
          what: z.enum(['holder', 'since', 'active', 'seq', 'label', 'noChain']),
        }),
      ),
    }),
  ),
}
