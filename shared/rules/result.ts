/** What a rule answers: a value, or the name of the reason why not. The page translates the name. */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** A rule's positive answer. */
export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
})

/** A rule's named refusal. */
export const refuse = <Refusal extends string>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

/** Makes the compiler prove that a union has been handled whole. */
export function assertNever(value: never): never {
  throw new Error(`unhandled value of type ${typeof value}`)
}
